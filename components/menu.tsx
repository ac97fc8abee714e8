import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

/** An entry of a menu: something to do, or somewhere to go. */
export interface MenuItem {
  readonly label: string;
  readonly icon: IconName;
  readonly isDisabled?: boolean;
  /** What it does; an item with an address is a link. */
  readonly onChoose?: () => void;
  readonly href?: string;
}

/** A button that opens a list of things to do (WAI-ARIA Authoring Practices: Menu Button). */
export function Menu(
  { label, items, icon = "more" }: {
    readonly label: string;
    readonly items: readonly MenuItem[];
    readonly icon?: IconName;
  },
): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  // At once, so that the next key finds the entry.
  useLayoutEffect(() => {
    if (isOpen) entriesIn(around.current)[0]?.focus();
  }, [isOpen]);
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && !around.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    const entries = entriesIn(around.current);
    const at = entries.findIndex((entry) => entry === document.activeElement);
    const next = nextEntry(event.key, at, entries.length);
    if (next === undefined) return;
    event.preventDefault();
    entries[next]?.focus();
  };
  return (
    <div class="menu" ref={around} onKeyDown={onKeyDown}>
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        <ul role="menu" aria-label={label}>
          {items.map((item) => (
            <li key={item.label} role="none">
              {item.href === undefined
                ? (
                  <button
                    type="button"
                    role="menuitem"
                    tabIndex={-1}
                    disabled={item.isDisabled}
                    onClick={() => {
                      close();
                      item.onChoose?.();
                    }}
                  >
                    <Icon name={item.icon} />
                    {item.label}
                  </button>
                )
                : (
                  <a role="menuitem" tabIndex={-1} href={item.href} onClick={() => setOpen(false)}>
                    <Icon name={item.icon} />
                    {item.label}
                  </a>
                )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function entriesIn(around: HTMLElement | null): HTMLElement[] {
  return [...around?.querySelectorAll<HTMLElement>("[role=menuitem]:not([disabled])") ?? []];
}

function nextEntry(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (at - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
