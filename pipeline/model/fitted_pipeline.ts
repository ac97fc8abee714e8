import { type GraphBuilder } from "../onnx/graph_builder.ts";
import type { Notice } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import { findLearner, parseLearnerParams } from "../learners/registry.ts";
import { applySteps, fitSteps, type FittedSteps, lowerSteps } from "../steps/step_chain.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { calibrate, lowerCalibration } from "./calibration.ts";
import type { PostProcessing } from "./post_processing.ts";
import { completeRecipe, type Recipe } from "./recipe.ts";

/** A pipeline after training; plain data but for the names that lead to its steps and learner. */
export interface FittedPipeline {
  /** With every param written out. */
  readonly recipe: Recipe;
  /** The names of the raw features, in the order the pipeline takes them. */
  readonly features: readonly string[];
  readonly classes: readonly string[];
  /** The column steps in order, with what each has learnt. */
  readonly steps: FittedSteps;
  readonly learner: { readonly name: string; readonly fitted: unknown };
  /** What comes after the learner; nothing where it is absent. */
  readonly postProcessing?: PostProcessing;
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
  const share = complete.steps.length > 0 ? stepsShare : 0;
  const { steps, rows } = fitSteps(complete.steps, { matrix, labels }, partOf(context, 0, share));
  const learner = findLearner(complete.learner.name);
  const learnerContext = partOf(context, share, 1);
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

/** Class probabilities of raw rows, n×k row-major, calibrated where the pipeline is. */
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
    const prepared = applySteps(pipeline.steps, block);
    probabilities.set(learner.predict(pipeline.learner.fitted, prepared), start * classCount);
  }
  const calibration = pipeline.postProcessing?.calibration;
  return calibration ? calibrate(calibration, probabilities, classCount) : probabilities;
}

/** Adds the whole pipeline to a graph; returns the name of its probabilities (float32 [n, k]). */
export function lowerPipeline(pipeline: FittedPipeline, graph: GraphBuilder): string {
  const prepared = lowerSteps(pipeline.steps, graph, graph.input);
  const probabilities = findLearner(pipeline.learner.name)
    .lower(pipeline.learner.fitted, graph, prepared);
  const calibration = pipeline.postProcessing?.calibration;
  return calibration ? lowerCalibration(calibration, graph, probabilities) : probabilities;
}
