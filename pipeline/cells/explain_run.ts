import { checkpointOf } from "../checkpoint.ts";
import { collectRows } from "../diagnosis/collect_rows.ts";
import { openRows } from "../diagnosis/open_rows.ts";
import { explainRows } from "../evaluation/explain_rows.ts";
import type { Explanation } from "../evaluation/explanation.ts";
import { type GlobalImportance, globalImportance } from "../evaluation/global_importance.ts";
import { openModelFile } from "../model/model_file.ts";
import { HealerError, type Text } from "../problem.ts";
import { partOf } from "../run_context.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { ExplainParams } from "./explain.ts";
import { beeswarmFigure, importanceFigure, rankedFeatures } from "./explanation_figures.ts";
import { importanceColumns, rowColumns } from "./explanation_tables.ts";
import { writeHeldOutRows } from "./held_out_rows.ts";
import { modelInput } from "./model_value.ts";
import { countText, joinTexts } from "./number_text.ts";
import { preparedInput } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import { keepTable } from "./stored_table.ts";
import { renamed, underNames } from "./table_file.ts";

/** So many features are named in the line under the result. */
const namedFeatures = 3;

/** See {@linkcode explain}. */
export async function runExplain(
  inputs: CellInputs,
  params: ExplainParams,
  context: CellContext,
): Promise<CellOutput> {
  const model = modelInput(inputs);
  const prepared = preparedInput(inputs);
  const { count, method, background, seed } = params;
  const classes = explainedClasses(params.class, model.card.classes);
  const { path, id } = await writeHeldOutRows(prepared, context);
  const files = new Map([[path, prepared.source.name]]);
  return await underNames(files, async () => {
    await using file = await openModelFile(context.pathOf(model.file));
    const opened = await openRows(path, file.card, { id });
    for (const notice of opened.notices) context.notice(renamed(notice, files));
    const rows = await collectRows(file.card, opened, count, partOf(context, 0.05, 0.1, seed));
    const explanation = await explainRows(
      file,
      rows.matrix,
      { method, classes, backgroundRows: background },
      { ...partOf(context, 0.1, 0.95, seed), ...checkpointOf(context, "explain") },
    );
    const { groups } = rows;
    const importance = globalImportance(explanation, { seed, ...(groups ? { groups } : {}) });
    context.progress(0.98);
    return {
      summary: summaryOf(explanation, importance, rows.readable),
      figures: [
        importanceFigure(explanation, importance, params.class, params.features),
        beeswarmFigure(explanation, rows.matrix, importance, params.class, params.features),
      ],
      tables: [
        await keepTable(
          "importance",
          { en: "Importance of each feature", zh: "各特征的重要性" },
          importanceColumns(explanation, importance),
          context,
        ),
        await keepTable(
          "rows",
          { en: "What speaks for and against each row's fault", zh: "各行故障的支持与反对指标" },
          rowColumns(explanation, rows.matrix, rows.ids, id),
          context,
        ),
      ],
      values: {},
    };
  });
}

/** @throws {HealerError} `cells/unknown-class` */
function explainedClasses(
  name: string | null,
  classes: readonly string[],
): "predicted" | number {
  if (name === null) return "predicted";
  const code = classes.indexOf(name);
  if (code < 0) throw new HealerError(cellProblem.unknownClass(name, classes));
  return code;
}

function summaryOf(
  { rows, method, features }: Explanation,
  importance: GlobalImportance,
  readable: number,
): Text {
  const top = rankedFeatures(importance).slice(0, namedFeatures)
    .map((feature) => features[feature]!);
  return joinTexts([
    {
      en: `${countText(rows)} of ${countText(readable)} rows explained ` +
        { tree: "exactly", permutation: "by sampling" }[method],
      zh: `${countText(readable)} 行中${
        { tree: "精确解释了", permutation: "采样解释了" }[method]
      } ${countText(rows)} 行`,
    },
    { en: `most important: ${top.join(", ")}`, zh: `最重要的特征：${top.join("、")}` },
  ], { en: "; ", zh: "；" });
}
