import { printNotebook } from "@/pipeline/kernel/notebook.ts";
import type { ExportFormat } from "./format.ts";

/** The notebook as it is: its cells without what came of them. */
export const notebookFormat: ExportFormat = {
  name: "notebook",
  title: { en: "Notebook", zh: "笔记本" },
  ending: ".json",
  media: "application/json",
  needs: () => [],
  make: ({ notebook }) => Promise.resolve(printNotebook(notebook)),
};
