import type { OpenNotebook } from "@/islands/notebook/open_notebook.ts";
import type { Language } from "@/web/language.ts";

/** Whether a pipeline ends in cells of that kind. */
export function trains({ kinds }: Pick<OpenNotebook, "kinds">, kind: string): boolean {
  return kinds.get(kind)?.gives.model !== undefined;
}

/** Lets the user save the pipeline that ends in a cell. */
export function savePipeline(open: OpenNotebook, cell: string, language: Language): void {
  void import("../pipelines/show_save_pipeline.tsx")
    .then(({ showSavePipeline }) => showSavePipeline(open, cell, language));
}
