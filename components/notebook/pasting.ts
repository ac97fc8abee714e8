import { useEffect } from "preact/hooks";
import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import { useLanguage } from "../language.ts";

/** Takes what is pasted onto the page, not into a field, where it looks like the JSON of cells. */
export function usePasting(open: OpenNotebook): void {
  const language = useLanguage();
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isTypedInto(event.target) || isTypedInto(document.activeElement)) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!/^\s*[[{]/.test(text)) return;
      event.preventDefault();
      void import("./paste_cells.ts").then(({ pasteCells }) => pasteCells(open, text, language));
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [open, language]);
}

function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"));
}
