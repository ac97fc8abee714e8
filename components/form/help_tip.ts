/** Milliseconds that the pointer has to rest on a label. */
const patience = 300;

/** Space between a field and its help, in pixels. */
const gap = 12;

let tip: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Shows the help of the field around `target` beside it: at once where it has the focus, a moment later where the
 * pointer rests on its label. A screen reader has read it with the control, so that the tip says nothing to it.
 */
export function helpFor(target: EventTarget | null, cause: "focus" | "pointer"): void {
  clearTimeout(timer);
  if (!(target instanceof Element)) return;
  const field = target.closest<HTMLElement>(".field");
  const text = field?.querySelector(":scope > .help")?.textContent ?? "";
  const isMeant = cause === "focus" ? target.matches(":focus-visible") : target.closest(".label");
  if (field === null || text === "" || !isMeant) return hideHelp();
  timer = setTimeout(() => show(field, text), cause === "focus" ? 0 : patience);
}

/** Takes the help away. */
export function hideHelp(): void {
  clearTimeout(timer);
  if (tip?.matches(":popover-open")) tip.hidePopover();
}

function show(field: HTMLElement, text: string): void {
  if (!field.isConnected) return hideHelp();
  tip ??= newTip();
  tip.textContent = text;
  if (!tip.matches(":popover-open")) tip.showPopover();
  const box = field.getBoundingClientRect();
  const size = tip.getBoundingClientRect();
  const isBeside = box.right + gap + size.width <= innerWidth;
  const left = isBeside
    ? box.right + gap
    : Math.max(gap, Math.min(box.left, innerWidth - gap - size.width));
  const top = isBeside ? box.top : box.bottom + gap / 2;
  tip.style.left = `${left}px`;
  tip.style.top = `${Math.max(gap, Math.min(top, innerHeight - gap - size.height))}px`;
}

function newTip(): HTMLElement {
  const element = document.createElement("div");
  element.className = "help-tip";
  element.popover = "manual";
  element.setAttribute("aria-hidden", "true");
  document.body.append(element);
  return element;
}
