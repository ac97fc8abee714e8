import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";

/** Undoes or redoes the last change and tells which it was. */
export async function takeStep(
  open: OpenNotebook,
  direction: "undo" | "redo",
  language: Language,
): Promise<void> {
  // Without the server its words may be missing, but not the step.
  const words = await import("./step_back.ts").catch(() => undefined);
  if (words === undefined) await open[direction]();
  else await words.stepAndTell(open, direction, language);
}
