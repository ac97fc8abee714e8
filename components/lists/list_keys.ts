import { useEffect } from "preact/hooks";

/** In a list the arrows go from entry to entry, and from the search field to the first one and back. */
export function onListKey(event: KeyboardEvent, list: HTMLElement | null): void {
  const { key, target } = event;
  if (list === null || !(target instanceof HTMLElement) || hasModifier(event)) return;
  const entries = [...list.querySelectorAll<HTMLElement>("[data-entry]")];
  const search = list.querySelector<HTMLElement>("[data-search]");
  let next: HTMLElement | null | undefined;
  if (target === search) {
    if (key === "ArrowDown") next = entries[0];
    if (key === "Enter" && target instanceof HTMLInputElement && target.value !== "") {
      entries[0]?.click();
    }
  } else {
    const at = entries.indexOf(target);
    if (at === -1) return;
    if (key === "ArrowDown") next = entries[at + 1];
    if (key === "ArrowUp") next = entries[at - 1] ?? search;
    if (key === "Home") next = entries[0];
    if (key === "End") next = entries.at(-1);
  }
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The key `/` leads to the search of the list one is in, else to the first on the page. */
export function useSlashKey(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, target } = event;
      if (key !== "/" || hasModifier(event) || event.defaultPrevented) return;
      if (!(target instanceof Element) || isTyping(target)) return;
      if (document.querySelector("dialog[open]") !== null) return;
      const around = target.closest("section");
      const search = around?.querySelector<HTMLInputElement>("[data-search]") ??
        document.querySelector<HTMLInputElement>("[data-search]");
      if (search === null) return;
      event.preventDefault();
      search.focus();
      search.select();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function hasModifier({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey;
}

function isTyping(target: Element): boolean {
  return target.matches("input, textarea, select, [contenteditable]");
}
