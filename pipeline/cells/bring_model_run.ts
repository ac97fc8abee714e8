import { printCatalogue } from "../model/catalogue_file.ts";
import { withCatalogue } from "../model/model_catalogue.ts";
import { openModelBytes } from "../model/model_file.ts";
import { modelProblem } from "../model/problems.ts";
import { sealKey } from "../model/seal.ts";
import { readMetadata } from "../onnx/read_metadata.ts";
import { HealerError } from "../problem.ts";
import { type BringModelParams, catalogueMedia } from "./bring_model.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { keepBytes } from "./keep_bytes.ts";
import type { ModelValue } from "./model_value.ts";

/** See {@linkcode bringModel}. */
export async function runBringModel(
  _inputs: CellInputs,
  { file }: BringModelParams,
  context: CellContext,
): Promise<CellOutput> {
  const bytes = await Deno.readFile(context.pathOf(file.content));
  await using model = await openModelBytes(bytes, file.name);
  if (!readMetadata(bytes).has(sealKey)) throw new HealerError(modelProblem.notSealed(file.name));
  const { catalogue, notices } = model.catalogue();
  for (const notice of notices) context.notice(notice);
  const text = new TextEncoder().encode(printCatalogue(catalogue));
  await keepBytes(text, { extension: "json", media: catalogueMedia }, context);
  const value: ModelValue = {
    type: "model",
    file: await keepBytes(
      withCatalogue(bytes, []),
      { extension: "onnx", media: "application/onnx" },
      context,
    ),
    card: model.card,
    learntFrom: { table: "", split: null },
  };
  return {
    summary: { en: "1 model", zh: "1 个模型" },
    figures: [],
    tables: [],
    values: { model: value },
  };
}
