import { z } from "zod";
import { defineCell } from "./cell_kind.ts";
import { tableFileSchema } from "./table_file.ts";

const params = z.strictObject({ file: tableFileSchema });

/** The params of {@linkcode bringModel}. */
export type BringModelParams = z.infer<typeof params>;

/** The media type of the file that holds the fault catalogue of a model. */
export const catalogueMedia = "application/json";

/**
 * Not a cell of notebooks: opens a model file that comes from elsewhere, and takes it apart into the model as it
 * was trained and, as a second file, the fault catalogue that it carried.
 */
export const bringModel = defineCell({
  kind: "bring-model",
  version: 1,
  group: "data",
  title: { en: "Bring in a model", zh: "导入模型" },
  summary: { en: "Checks a model file.", zh: "检查模型文件。" },
  params,
  takes: {},
  gives: { model: "model" },
  cost: "cheap",
  filesUsed: ({ file }) => [file.content],

  run: async (...work) => await (await import("./bring_model_run.ts")).runBringModel(...work),
});
