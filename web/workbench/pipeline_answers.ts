import { findLearner } from "@/pipeline/learners/registry.ts";
import type { PipelineFit } from "@/pipeline/model/pipeline_fit.ts";
import type { LeftOut, PipelineDocument } from "@/pipeline/model/pipeline_file.ts";
import { findStep } from "@/pipeline/steps/registry.ts";
import { learnerWords, stepWords } from "@/pipeline/tuning/recipe_words.ts";
import type { PipelineCheck, PipelineContent } from "../pipeline_schema.ts";

/** So many names are told of what there may be very many. */
const told = 100;

/** So many columns can be chosen from. */
const toldLabels = 2000;

/** What a pipeline holds, in words. */
export function pipelineContent(document: PipelineDocument): PipelineContent {
  const { recipe: { steps, learner }, features, label, split, training, leftOut } = document;
  const own = steps.length > 0 ? [] : findLearner(learner.name).defaultSteps;
  return {
    steps: steps.map(stepWords),
    learner: learnerWords(learner),
    ownSteps: own.map(({ step }) => findStep(step).title),
    features: features.length,
    firstFeatures: features.slice(0, 5).map(({ name }) => name),
    label,
    split: split && { by: split.by, testShare: split.testShare },
    folds: training.folds,
    leftOut: leftOutAnswer(leftOut),
  };
}

/** Cells that a pipeline does without, as the API tells of them. */
export function leftOutAnswer(leftOut: readonly LeftOut[]): PipelineContent["leftOut"] {
  return leftOut.map(({ cell, name, reason }) => ({ cell, name, reason }));
}

/** How a table suits a pipeline, as the API tells of it. @param labels The columns that could be the label. */
export function checkAnswer(fit: PipelineFit, labels: readonly string[]): PipelineCheck {
  return {
    fits: fit.problems.length === 0,
    label: fit.label ?? null,
    labels: labels.slice(0, toldLabels),
    missing: listed(fit.missing.map(({ name, similar }) => ({ name, similar: [...similar] }))),
    retyped: listed(fit.retyped),
    extra: listed(fit.extra),
    renames: [...fit.renames],
    problems: [...fit.problems],
    notices: fit.notices.map(({ message }) => message),
  };
}

function listed<Each>(all: readonly Each[]): { count: number; first: Each[] } {
  return { count: all.length, first: all.slice(0, told) };
}
