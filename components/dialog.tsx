import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A dialog before the page, which closes by Escape. It is open as long as it is there. */
export function Dialog(
  { id, title, onClose, onEscape, children }: {
    /** Of the title. */
    readonly id: string;
    readonly title: string;
    readonly onClose: () => void;
    /** Takes Escape for itself by returning true; the dialog then stays. */
    readonly onEscape?: () => boolean;
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    if (dialog.current?.open === false) dialog.current.showModal();
    return () => {
      // The browser gives the focus back when a dialog closes, but not when it is taken off the page.
      // Where it has gone elsewhere by then, it stays.
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onClose={onClose}
      onKeyDown={(event) => {
        if (event.key === "Escape" && onEscape?.()) event.preventDefault();
      }}
    >
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
