import { type GraphBuilder } from "../onnx/graph_builder.ts";
import type { Notice } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { ColumnStep } from "../steps/column_step.ts";
import { findLearner, parseLearnerParams } from "../learners/registry.ts";
import { findStep, parseStepParams } from "../steps/registry.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { modelProblem } from "./problems.ts";
import { completeRecipe, type Recipe } from "./recipe.ts";
import { HealerError } from "../problem.ts";

/** A pipeline after training; plain data but for the names that lead to its steps and learner. */
export interface FittedPipeline {
  /** With every param written out. */
  readonly recipe: Recipe;
  /** The names of the raw features, in the order the pipeline takes them. */
  readonly features: readonly string[];
  readonly classes: readonly string[];
  /** The column steps in order, with what each has learnt. */
  readonly steps: readonly { readonly name: string; readonly fitted: unknown }[];
  readonly learner: { readonly name: string; readonly fitted: unknown };
  /** What steps and learner had to say while they were fitted. */
  readonly notices: readonly Notice[];
}

/** Rows predicted at a time, so that wide intermediate results stay small. */
const blockRows = 4096;

/** The share of the progress that goes to the steps; the rest is the learner's. */
const stepsShare = 0.2;

/**
 * Fits every step and then the learner on the given rows, each on what the ones before it give.
 *
 * @throws {HealerError} for a bad recipe, for rows that a step or the learner cannot learn from, when cancelled.
 */
export async function fitPipeline(
  recipe: Recipe,
  matrix: FeatureMatrix,
  labels: Labels,
  context: RunContext,
): Promise<FittedPipeline> {
  const complete = completeRecipe(recipe);
  const notices: Notice[] = [];
  const steps: { name: string; fitted: unknown }[] = [];
  let rows = { matrix, labels };
  for (const [index, { step: name, params }] of complete.steps.entries()) {
    const step = findStep(name);
    const share = stepsShare / complete.steps.length;
    const stepContext = partOf(context, index * share, (index + 1) * share);
    stepContext.progress(0, step.title);
    if (step.role === "row") {
      rows = step.apply(rows, parseStepParams(step, params), stepContext);
    } else {
      const fitted = step.fit(rows.matrix, parseStepParams(step, params), {
        ...stepContext,
        labels: rows.labels,
      });
      steps.push({ name, fitted });
      rows = { matrix: step.apply(fitted, rows.matrix), labels: rows.labels };
    }
  }
  const learner = findLearner(complete.learner.name);
  const learnerContext = partOf(context, steps.length > 0 ? stepsShare : 0, 1);
  learnerContext.progress(0, learner.title);
  const fitted = await learner.fit(
    rows.matrix,
    rows.labels,
    parseLearnerParams(learner, complete.learner.params),
    { ...learnerContext, notice: (notice) => notices.push(notice) },
  );
  return {
    recipe: complete,
    features: matrix.names,
    classes: labels.classes,
    steps,
    learner: { name: learner.name, fitted },
    notices,
  };
}

/** Class probabilities of raw rows, n×k row-major. */
export function predictPipeline(pipeline: FittedPipeline, matrix: FeatureMatrix): Float32Array {
  const learner = findLearner(pipeline.learner.name);
  const width = matrix.names.length;
  const classCount = pipeline.classes.length;
  const probabilities = new Float32Array(matrix.rows * classCount);
  for (let start = 0; start < matrix.rows; start += blockRows) {
    const end = Math.min(matrix.rows, start + blockRows);
    const block: FeatureMatrix = {
      names: matrix.names,
      rows: end - start,
      values: matrix.values.subarray(start * width, end * width),
    };
    const prepared = pipeline.steps.reduce(
      (rows, { name, fitted }) => columnStep(name).apply(fitted, rows),
      block,
    );
    probabilities.set(learner.predict(pipeline.learner.fitted, prepared), start * classCount);
  }
  return probabilities;
}

/** Adds the whole pipeline to a graph; returns the name of its probabilities (float32 [n, k]). */
export function lowerPipeline(pipeline: FittedPipeline, graph: GraphBuilder): string {
  const prepared = pipeline.steps.reduce(
    (input, { name, fitted }) => columnStep(name).lower(fitted, graph, input),
    graph.input,
  );
  return findLearner(pipeline.learner.name).lower(pipeline.learner.fitted, graph, prepared);
}

function columnStep(name: string): ColumnStep {
  const step = findStep(name);
  if (step.role !== "column") throw new HealerError(modelProblem.notAColumnStep(name));
  return step;
}
