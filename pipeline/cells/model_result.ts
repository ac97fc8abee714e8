import { findLearner } from "../learners/registry.ts";
import type { ModelCard } from "../model/model_card.ts";
import type { OutOfFold } from "../model/out_of_fold.ts";
import type { TrainedModel } from "../model/train_model.ts";
import type { Text } from "../problem.ts";
import type { CellContext, CellOutput } from "./cell_kind.ts";
import { classScoresFigure, confusionFigure } from "./class_figures.ts";
import { judgedRowsTable, type JudgedTable, overRows } from "./judged_rows.ts";
import { keepBytes } from "./keep_bytes.ts";
import type { ModelValue } from "./model_value.ts";
import { counted, countText, joinTexts, percentText, scoreText } from "./number_text.ts";
import type { Prepared } from "./prepared_value.ts";
import { reliabilityFigures } from "./reliability_figure.ts";
import { scoreTables } from "./score_tables.ts";
import { takeFrameRows } from "./stored_table.ts";
import type { TrainingRows } from "./training_rows.ts";

/** What a cell shows and gives that has trained a model on `prepared`. */
export async function modelResult(
  { bytes, card, outOfFold }: Pick<TrainedModel, "bytes" | "card" | "outOfFold">,
  prepared: Prepared,
  training: TrainingRows,
  context: CellContext,
): Promise<CellOutput> {
  const model: ModelValue = {
    type: "model",
    file: await keepBytes(bytes, { extension: "onnx", media: "application/onnx" }, context),
    card,
    learntFrom: {
      table: prepared.table.sha256,
      split: prepared.split &&
        { train: prepared.split.train.sha256, test: prepared.split.test.sha256 },
      rows: {
        of: prepared.restriction?.of ?? prepared.table.sha256,
        restriction: prepared.restriction?.rows ?? null,
        train: prepared.split?.train ?? null,
      },
    },
  };
  const evaluation = card.metrics?.evaluation;
  const figures = evaluation
    ? [
      classScoresFigure(evaluation),
      confusionFigure(evaluation),
      ...reliabilityFigures(evaluation),
    ]
    : [];
  const tables = evaluation ? await scoreTables(evaluation, context) : [];
  const judged = outOfFold && await outOfFoldTable(outOfFold, prepared, training, context);
  return {
    summary: summaryOf(card),
    figures: judged ? overRows(figures, judged) : figures,
    tables: judged ? [...tables, judged.table] : tables,
    values: { model },
  };
}

/** The rows that some fold tests, each judged by a model that has not seen it. */
async function outOfFoldTable(
  { rows, labels, probabilities, predictions }: OutOfFold,
  { columns }: Prepared,
  { raw, rowNumbers }: TrainingRows,
  context: CellContext,
): Promise<JudgedTable> {
  return await judgedRowsTable(
    { labels, probabilities, predictions, rowNumbers: rows.map((row) => rowNumbers[row]!) },
    takeFrameRows(raw, rows),
    columns,
    context,
  );
}

function summaryOf(card: ModelCard): Text {
  const { metrics, recipe, data, features, classes } = card;
  const { title } = findLearner(recipe.learner.name);
  const learnt: Text = {
    en: `${title.en} on ${counted(data.rows, "row")} × ${counted(features.length, "KPI")}, ` +
      `${counted(classes.length, "class", "classes")}`,
    zh: `${title.zh}，${countText(data.rows)} 行 × ${countText(features.length)} 个指标，` +
      `${classes.length} 个类别`,
  };
  if (metrics === null) return learnt;
  const { folds, evaluation: { macro_f1, accuracy }, macro_f1_interval: [low, high] } = metrics;
  const scored: Text = {
    en: `Macro-F1 ${scoreText(macro_f1)} over ${folds} folds (95 % interval ${scoreText(low)} to ` +
      `${scoreText(high)}), accuracy ${percentText(accuracy).en}`,
    zh: `${folds} 折交叉验证宏平均 F1 ${scoreText(macro_f1)}（95% 区间 ${scoreText(low)} 至 ${
      scoreText(high)
    }），准确率 ${percentText(accuracy).zh}`,
  };
  return joinTexts([scored, learnt, postProcessed(card)], { en: "; ", zh: "；" });
}

function postProcessed({ calibration, decision_weights }: ModelCard): Text | null {
  const parts = [
    calibration ? { en: "probabilities calibrated", zh: "概率已校准" } : null,
    decision_weights ? { en: "classes weighed in the decision", zh: "判定时各类别加权" } : null,
  ];
  return calibration || decision_weights ? joinTexts(parts, { en: ", ", zh: "，" }) : null;
}
