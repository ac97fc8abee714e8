import { useEffect } from "preact/hooks";

/** Calls `onClose` when, while it is open, something outside of `around` is pressed or takes the focus. */
export function useCloseOutside(
  around: { readonly current: HTMLElement | null },
  isOpen: boolean,
  onClose: () => void,
): void {
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = ({ target }: Event): void => {
      if (target instanceof Node && !around.current?.contains(target)) onClose();
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, [isOpen]);
}
