import type { ExportFormat } from "./format.ts";
import { notebookScript } from "./script_text.ts";

/** The notebook as TypeScript that runs its cells by the same engine. */
export const scriptFormat: ExportFormat = {
  name: "script",
  title: { en: "TypeScript script", zh: "TypeScript 脚本" },
  ending: ".ts",
  media: "text/plain; charset=utf-8",
  needs: () => [],
  make: ({ notebook, kinds, language }) =>
    Promise.resolve(notebookScript(notebook, kinds, language).text),
};
