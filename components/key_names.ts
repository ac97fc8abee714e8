import { signal } from "@preact/signals";

const isMac = signal(false);

/** Looks what keyboard there is; called once the browser has made the page alive, so that the first drawing agrees. */
export function lookAtKeyboard(): void {
  isMac.value = /Macintosh|iPhone|iPad/.test(navigator.userAgent);
}

/** Keys such as "Ctrl Shift Z" by the names on this keyboard: a Mac has ⌘, ⌥ and ⇧. */
export function keyNames(keys: string): string {
  if (!isMac.value) return keys;
  return keys.replaceAll("Ctrl", "⌘").replace("Alt", "⌥").replace("Shift", "⇧");
}

/** Keys as `aria-keyshortcuts` names them. */
export function ariaKeys(keys: string): string {
  return keys.replace("Ctrl", isMac.value ? "Meta" : "Control").replaceAll(" ", "+");
}
