import { findLearner } from "../learners/registry.ts";
import type { ModelCard } from "../model/model_card.ts";
import type { Recipe } from "../model/recipe.ts";
import { trainModel } from "../model/train_model.ts";
import type { Notice, Text } from "../problem.ts";
import { partOf } from "../run_context.ts";
import { findStep } from "../steps/registry.ts";
import type { CellContext, CellInputs, CellOutput, CellResult } from "./cell_kind.ts";
import {
  classScoreColumns,
  classScoresFigure,
  classScoresTitle,
  confusionFigure,
} from "./class_figures.ts";
import { keepBytes } from "./keep_bytes.ts";
import type { LearnerChoice } from "./learner_param.ts";
import type { ModelValue } from "./model_value.ts";
import { counted, countText, joinTexts, percentText, scoreText } from "./number_text.ts";
import { type Prepared, preparedInput } from "./prepared_value.ts";
import { keepTable } from "./stored_table.ts";
import type { TrainParams } from "./train.ts";
import { readTrainingRows } from "./training_rows.ts";

/** See {@linkcode train}. */
export async function runTrain(
  inputs: CellInputs,
  { learner, folds, keepRows, seed }: TrainParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const table = await readTrainingRows(prepared, context);
  for (const notice of table.notices) context.notice(notice);
  const recipe = recipeOf(prepared, learner, context);
  const foldScores: number[] = [];
  const onFold = (fold: number, macroF1: number): void => {
    foldScores.push(macroF1);
    context.metric("macro-F1", fold, macroF1);
  };
  const { bytes, card, notices } = await trainModel(
    table,
    recipe,
    { folds, keepRows, onFold },
    partOf(context, 0.02, 1, seed),
  );
  for (const notice of notices) context.notice(notice);
  const value: ModelValue = {
    type: "model",
    file: await keepBytes(bytes, { extension: "onnx", media: "application/onnx" }, context),
    card,
    learntFrom: {
      table: prepared.table.sha256,
      split: prepared.split &&
        { train: prepared.split.train.sha256, test: prepared.split.test.sha256 },
    },
  };
  return { ...await shown(card, foldScores, context), values: { model: value } };
}

/** The steps so far and the learner; the learner's own steps where there are none. */
function recipeOf(prepared: Prepared, choice: LearnerChoice, context: CellContext): Recipe {
  const { name, ...params } = choice;
  const { defaultSteps } = findLearner(name);
  if (prepared.steps.length > 0 || defaultSteps.length === 0) {
    return { steps: prepared.steps, learner: { name, params } };
  }
  context.notice(ownSteps(name));
  const steps = defaultSteps.map(({ step, params }) => ({ step, params: { ...params } }));
  return { steps, learner: { name, params } };
}

function ownSteps(name: string): Notice {
  const { title, defaultSteps } = findLearner(name);
  const titles = defaultSteps.map(({ step }) => findStep(step).title);
  const list = joinTexts(titles, { en: ", ", zh: "、" });
  return {
    code: "cells/own-steps",
    message: {
      en: `There is no step in front, so ${title.en} brings its own: ${list.en}.`,
      zh: `前面没有预处理步骤，${title.zh}使用其自带步骤：${list.zh}。`,
    },
  };
}

async function shown(
  card: ModelCard,
  foldScores: readonly number[],
  context: CellContext,
): Promise<Omit<CellResult, "notices" | "values">> {
  const evaluation = card.metrics?.evaluation;
  const tables = [
    ...(evaluation
      ? [await keepTable("classes", classScoresTitle, classScoreColumns(evaluation), context)]
      : []),
    await keepTable("folds", { en: "Folds", zh: "各折得分" }, [
      { name: "fold", type: "number", values: foldScores.map((_, index) => index + 1) },
      { name: "macro-F1", type: "number", values: foldScores },
    ], context),
  ];
  return {
    summary: summaryOf(card),
    figures: evaluation ? [classScoresFigure(evaluation), confusionFigure(evaluation)] : [],
    tables,
  };
}

function summaryOf({ metrics, recipe, data, features, classes }: ModelCard): Text {
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
  return joinTexts([scored, learnt], { en: "; ", zh: "；" });
}
