import { evaluateRows } from "../diagnosis/evaluate_rows.ts";
import { openRows } from "../diagnosis/open_rows.ts";
import { openModelFile } from "../model/model_file.ts";
import { HealerError, type Text } from "../problem.ts";
import type { CellContext, CellInputs, CellOutput, CellResult } from "./cell_kind.ts";
import { classScoresFigure, confusionFigure, mostConfused } from "./class_figures.ts";
import type { EvaluateParams } from "./evaluate.ts";
import type { EvaluationValue } from "./evaluation_value.ts";
import { writeHeldOutRows } from "./held_out_rows.ts";
import { judgedRowsTable, overRows } from "./judged_rows.ts";
import { modelInput, type ModelValue } from "./model_value.ts";
import { countText, joinTexts, percentText, scoreText } from "./number_text.ts";
import { columnWithRole, type Prepared, preparedInput } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import { rankingFigures } from "./ranking_figures.ts";
import { reliabilityFigures } from "./reliability_figure.ts";
import { seenRows } from "./seen_rows.ts";
import { scoreTables } from "./score_tables.ts";
import { takeFrameRows } from "./stored_table.ts";
import { renamed, underNames } from "./table_file.ts";

type Shown = Omit<CellResult, "notices">;

/** See {@linkcode evaluate}. */
export async function runEvaluate(
  inputs: CellInputs,
  { seed }: EvaluateParams,
  context: CellContext,
): Promise<CellOutput> {
  const model = modelInput(inputs);
  const prepared = preparedInput(inputs);
  const on = await rowsToEvaluate(model, prepared, context);
  return on === "cross-validation"
    ? await crossValidated(model, context)
    : await onRows(model, prepared, on, seed, context);
}

/** @throws {HealerError} `cells/other-split`, `cells/rows-seen` where the rows at hand are not new to the model */
async function rowsToEvaluate(
  model: ModelValue,
  prepared: Prepared,
  context: CellContext,
): Promise<EvaluationValue["on"]> {
  const { learntFrom } = model;
  if (learntFrom.table !== prepared.table.sha256) {
    const { seen, rows } = await seenRows(model, prepared, context);
    if (seen > 0) throw new HealerError(cellProblem.rowsSeen(seen, rows));
    return prepared.split ? "held-out" : "other-table";
  }
  const { split } = prepared;
  if (learntFrom.split?.train !== split?.train.sha256) {
    throw new HealerError(cellProblem.otherSplit());
  }
  return split === null ? "cross-validation" : "held-out";
}

/** @throws {HealerError} `cells/not-scored` */
async function crossValidated(
  model: ModelValue,
  context: CellContext,
): Promise<Shown> {
  const { file, card: { metrics } } = model;
  if (metrics === null) throw new HealerError(cellProblem.notScored());
  context.progress(0.5);
  context.notice({
    code: "cells/nothing-held-out",
    message: {
      en:
        "No rows are held out: these are the scores of the cross-validation, each row predicted " +
        "by a model that has not seen its fold.",
      zh: "没有留出的数据行：以下为交叉验证得分，每一行都由未见过该折数据的模型预测。",
    },
  });
  const result = await shown({
    type: "evaluation",
    model: file,
    on: "cross-validation",
    evaluation: metrics.evaluation,
    interval: metrics.macro_f1_interval,
  }, context);
  await using opened = await openModelFile(context.pathOf(file));
  const outOfFold = opened.outOfFold();
  if (outOfFold === null) return result;
  const curves = rankingFigures(outOfFold.labels, outOfFold.probabilities);
  return { ...result, figures: [...result.figures, ...curves] };
}

async function onRows(
  model: ModelValue,
  prepared: Prepared,
  on: "held-out" | "other-table",
  seed: number,
  context: CellContext,
): Promise<Shown> {
  const label = columnWithRole(prepared.columns, "label");
  if (label === null) {
    throw new HealerError(cellProblem.noLabel({ en: "evaluate", zh: "评估" }));
  }
  const group = columnWithRole(prepared.columns, "group");
  const { path, id, frame, rowNumbers } = await writeHeldOutRows(prepared, context);
  const files = new Map([[path, prepared.source.name]]);
  const rows = await underNames(files, async () => {
    await using file = await openModelFile(context.pathOf(model.file));
    const opened = await openRows(path, file.card, { id, textColumns: [label] });
    const evaluated = await evaluateRows(
      file,
      opened,
      { label, seed, ...(group === null ? {} : { group }) },
      (fraction) => context.progress(0.1 + 0.8 * fraction),
    );
    for (const notice of [...opened.notices, ...evaluated.notices]) {
      context.notice(renamed(notice, files));
    }
    return evaluated;
  });
  const { labels, probabilities, predictions, positions } = rows.compared;
  const { evaluation } = rows;
  const judged = await judgedRowsTable(
    {
      labels,
      probabilities,
      predictions,
      rowNumbers: positions.map((position) => rowNumbers[position]!),
    },
    takeFrameRows(frame, positions),
    prepared.columns,
    context,
  );
  const { file, rows: count } = judged.table;
  const result = await shown({
    type: "evaluation",
    model: model.file,
    on,
    evaluation,
    interval: evaluation.intervals?.macro_f1 ?? [evaluation.macro_f1, evaluation.macro_f1],
    table: { file, rows: count, columns: [...judged.columns] },
  }, context);
  return {
    ...result,
    figures: [...overRows(result.figures, judged), ...rankingFigures(labels, probabilities)],
    tables: [...result.tables, judged.table],
  };
}

async function shown(value: EvaluationValue, context: CellContext): Promise<Shown> {
  const { evaluation } = value;
  return {
    summary: summaryOf(value),
    figures: [
      confusionFigure(evaluation),
      classScoresFigure(evaluation),
      ...reliabilityFigures(evaluation),
    ],
    tables: await scoreTables(evaluation, context),
    values: { evaluation: value },
  };
}

function summaryOf({ evaluation, interval: [low, high], on }: EvaluationValue): Text {
  const rows = countText(evaluation.rows);
  const where: Text = {
    "held-out": { en: `${rows} held-out rows`, zh: ` ${rows} 行留出数据` },
    "cross-validation": { en: `${rows} cross-validated rows`, zh: ` ${rows} 行交叉验证数据` },
    "other-table": { en: `${rows} rows of another table`, zh: `另一张表的 ${rows} 行数据` },
  }[on];
  return joinTexts([
    {
      en: `Macro-F1 ${scoreText(evaluation.macro_f1)} on ${where.en} ` +
        `(95 % interval ${scoreText(low)} to ${scoreText(high)}), ` +
        `accuracy ${percentText(evaluation.accuracy).en}`,
      zh: `在${where.zh}上宏平均 F1 为 ${scoreText(evaluation.macro_f1)}` +
        `（95% 区间 ${scoreText(low)} 至 ${scoreText(high)}），` +
        `准确率 ${percentText(evaluation.accuracy).zh}`,
    },
    mostConfused(evaluation),
  ], { en: "; ", zh: "；" });
}
