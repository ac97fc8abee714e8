import { checkpointOf } from "../checkpoint.ts";
import { findLearner } from "../learners/registry.ts";
import { type Recipe, withOwnSteps } from "../model/recipe.ts";
import { trainModel } from "../model/train_model.ts";
import type { Notice } from "../problem.ts";
import { partOf } from "../run_context.ts";
import { findStep } from "../steps/registry.ts";
import type { CellContext, CellInputs, CellOutput, CellTable } from "./cell_kind.ts";
import type { LearnerChoice } from "./learner_param.ts";
import { learningCurveFigure } from "./learning_curve_figure.ts";
import { modelResult } from "./model_result.ts";
import { joinTexts } from "./number_text.ts";
import { type Prepared, preparedInput } from "./prepared_value.ts";
import { keepTable } from "./stored_table.ts";
import type { TrainParams } from "./train.ts";
import { readTrainingRows } from "./training_rows.ts";

/** See {@linkcode train}. */
export async function runTrain(
  inputs: CellInputs,
  { learner, seed, ...how }: TrainParams,
  context: CellContext,
): Promise<CellOutput> {
  const prepared = preparedInput(inputs);
  const training = await readTrainingRows(prepared, context);
  const { table } = training;
  for (const notice of table.notices) context.notice(notice);
  const recipe = recipeOf(prepared, learner, context);
  const foldScores: number[] = [];
  const onFold = (_fold: number, macroF1: number): void => void foldScores.push(macroF1);
  const { curve, notices, ...trained } = await trainModel(
    table,
    recipe,
    { ...how, onFold },
    { ...partOf(context, 0.02, 1, seed), ...checkpointOf(context, "train") },
  );
  for (const notice of notices) context.notice(notice);
  const result = await modelResult(trained, prepared, training, context);
  return {
    ...result,
    figures: curve ? [...result.figures, learningCurveFigure(curve)] : result.figures,
    tables: [...result.tables, await foldTable(foldScores, context)],
  };
}

/** The steps so far and the learner; the learner's own steps where there are none. */
function recipeOf(prepared: Prepared, choice: LearnerChoice, context: CellContext): Recipe {
  const { name, ...params } = choice;
  const recipe = withOwnSteps({ steps: prepared.steps, learner: { name, params } });
  if (recipe.steps.length > prepared.steps.length) context.notice(ownSteps(name));
  return recipe;
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

async function foldTable(
  foldScores: readonly number[],
  context: CellContext,
): Promise<CellTable> {
  return await keepTable("folds", { en: "Folds", zh: "各折得分" }, [
    { name: "fold", type: "number", values: foldScores.map((_, index) => index + 1) },
    { name: "macro-F1", type: "number", values: foldScores },
  ], context);
}
