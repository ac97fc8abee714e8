import { z } from "zod";
import { isJsonWithin, withSortedKeys } from "../canonical_json.ts";
import { findLearner, learners, parseLearnerParams } from "../learners/registry.ts";
import { closestNames } from "../closest_names.ts";
import { firstParamIssue } from "../param_issue.ts";
import { parseJson } from "../parse_json.ts";
import { HealerError } from "../problem.ts";
import { columnSteps, findStep, parseStepParams, rowSteps } from "../steps/registry.ts";
import { calibrationMethodSchema } from "./calibration.ts";
import { pipelineProblem } from "./pipeline_problems.ts";
import { completeRecipe, recipeSchema } from "./recipe.ts";

/** What every pipeline file says of itself, and the version that this program writes. */
export const pipelineFormat = { format: "systemhealer-pipeline", version: 1 } as const;

/** What a pipeline file may hold at most. */
export const pipelineLimits = {
  characters: 8 * 2 ** 20,
  steps: 1000,
  features: 100_000,
  leftOut: 1000,
  paramDepth: 32,
  nameLength: 10_000,
} as const;

const name = z.string().max(pipelineLimits.nameLength);
const seed = z.int().min(0).max(2 ** 32 - 1);
const text = z.strictObject({ en: name, zh: name });

/** A cell that a pipeline does without, and why. */
const leftOutSchema = z.strictObject({
  /** The id of the cell. */
  cell: name,
  /** The name of its kind. */
  kind: name,
  /** What the cell is called. */
  name: text,
  reason: text,
});

const pipelineSchema = z.strictObject({
  format: z.literal(pipelineFormat.format),
  version: z.literal(pipelineFormat.version),
  name,
  /** Steps in order and the learner, every param written out. Where there is no step, the learner brings its own. */
  recipe: recipeSchema.extend({
    steps: recipeSchema.shape.steps.max(pipelineLimits.steps),
  }),
  /** How the model is scored and finished. */
  training: z.strictObject({
    folds: z.int().min(2).max(20),
    calibration: calibrationMethodSchema,
    tuneDecision: z.boolean(),
    keepRows: z.boolean(),
    seed,
  }),
  /** The columns of the raw table that it learns from, by name. */
  features: z.array(z.strictObject({ name, type: z.enum(["number", "boolean"]) }))
    .min(1).max(pipelineLimits.features),
  /** The column that names the fault. */
  label: name,
  /** How rows are held out before anything else; null where none are. */
  split: z.strictObject({
    by: z.enum(["guess", "class", "group", "time"]),
    testShare: z.number().min(0.01).max(0.9),
    seed,
  }).nullable(),
  /** What stood in front of the learner and is no part of a pipeline. */
  leftOut: z.array(leftOutSchema).max(pipelineLimits.leftOut),
});

/** An unfitted pipeline with all that is needed to train it on another table. */
export type PipelineDocument = Readonly<z.infer<typeof pipelineSchema>>;

/** See {@linkcode PipelineDocument}. */
export type LeftOut = Readonly<z.infer<typeof leftOutSchema>>;

/**
 * Reads a pipeline file.
 *
 * @throws {HealerError} `pipeline/…`, with the line and column where it is no JSON and else with the field
 */
export function parsePipeline(content: string): PipelineDocument {
  if (content.length > pipelineLimits.characters) {
    throw new HealerError(pipelineProblem.tooLarge(pipelineLimits.characters));
  }
  return checkPipelineDocument(parseJson(content, pipelineProblem.notJson));
}

/**
 * Checks a pipeline that is plain JSON data already, and writes every param out.
 *
 * @throws {HealerError} `pipeline/…`, as {@linkcode parsePipeline}
 */
export function checkPipelineDocument(document: unknown): PipelineDocument {
  if (!isPipelineDocument(document)) throw new HealerError(pipelineProblem.notAPipeline());
  const { version } = document;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    throw new HealerError(pipelineProblem.notAPipeline());
  }
  if (version > pipelineFormat.version) {
    throw new HealerError(pipelineProblem.fromTheFuture(version, pipelineFormat.version));
  }
  // Some more than params may have: lists and objects of the file stand around them.
  if (!isJsonWithin(document, pipelineLimits.paramDepth + 4)) {
    throw new HealerError(pipelineProblem.tooDeep(pipelineLimits.paramDepth));
  }
  const parsed = pipelineSchema.safeParse(document);
  if (!parsed.success) {
    const known = Object.keys(pipelineSchema.shape);
    throw new HealerError(pipelineProblem.badField(firstParamIssue(parsed.error, known)));
  }
  const pipeline = parsed.data;
  refuseUnknownNames(pipeline);
  refuseWrongColumns(pipeline);
  return inOrder({ ...pipeline, recipe: completeRecipe(pipeline.recipe) });
}

/** Whether plain JSON data claims to be a pipeline, of whatever version. */
export function isPipelineDocument(
  document: unknown,
): document is Readonly<Record<string, unknown>> {
  return typeof document === "object" && document !== null && "format" in document &&
    document.format === pipelineFormat.format;
}

/**
 * A pipeline as text that stays the same for the same pipeline: keys in a fixed order, params and features
 * sorted by name, indented by two spaces, one line feed at the end. {@linkcode parsePipeline} gives it back.
 */
export function printPipeline(pipeline: PipelineDocument): string {
  return JSON.stringify(inOrder(pipeline), null, 2) + "\n";
}

function inOrder(pipeline: PipelineDocument): PipelineDocument {
  const { format, version, name, recipe, training, features, label, split, leftOut } = pipeline;
  return {
    format,
    version,
    name,
    recipe: {
      steps: recipe.steps.map(({ step, params }) => ({ step, params: sortedParams(params) })),
      learner: { name: recipe.learner.name, params: sortedParams(recipe.learner.params) },
    },
    training: {
      folds: training.folds,
      calibration: training.calibration,
      tuneDecision: training.tuneDecision,
      keepRows: training.keepRows,
      seed: training.seed,
    },
    features: features.map(({ name, type }) => ({ name, type }))
      .sort((a, b) => a.name < b.name ? -1 : 1),
    label,
    split: split && { by: split.by, testShare: split.testShare, seed: split.seed },
    leftOut: leftOut.map(({ cell, kind, name, reason }) => ({
      cell,
      kind,
      name: { en: name.en, zh: name.zh },
      reason: { en: reason.en, zh: reason.zh },
    })),
  };
}

const paramsSchema = z.record(z.string(), z.unknown());

function sortedParams(params: Record<string, unknown>): Record<string, unknown> {
  return paramsSchema.parse(withSortedKeys(params));
}

/** Steps and learners are told by their place in the file, since the same step may stand in it twice. */
function refuseUnknownNames({ recipe: { steps, learner } }: PipelineDocument): void {
  const stepNames = [...columnSteps, ...rowSteps].map(({ name }) => name);
  for (const [index, { step, params }] of steps.entries()) {
    if (!stepNames.includes(step)) {
      const similar = closestNames(step.slice(0, 100), stepNames, 3);
      throw new HealerError(pipelineProblem.unknownStep(index + 1, step, similar));
    }
    placed(`recipe.steps.${index}.params`, () => parseStepParams(findStep(step), params));
  }
  const learnerNames = learners.map(({ name }) => name);
  if (!learnerNames.includes(learner.name)) {
    const similar = closestNames(learner.name.slice(0, 100), learnerNames, 3);
    throw new HealerError(pipelineProblem.unknownLearner(learner.name, similar));
  }
  placed(
    "recipe.learner.params",
    () => parseLearnerParams(findLearner(learner.name), learner.params),
  );
}

/** Runs `check`; a param that is wrong is said to stand at `path` in the file. */
function placed(path: string, check: () => unknown): void {
  try {
    check();
  } catch (cause) {
    if (!(cause instanceof HealerError)) throw cause;
    const { problem } = cause;
    const param = [path, problem.place.param ?? []].flat().join(".");
    throw new HealerError({ ...problem, place: { param } }, { cause });
  }
}

function refuseWrongColumns({ features, label }: PipelineDocument): void {
  const seen = new Set<string>();
  for (const { name } of features) {
    if (seen.has(name)) throw new HealerError(pipelineProblem.repeatedFeature(name));
    seen.add(name);
  }
  if (seen.has(label)) throw new HealerError(pipelineProblem.labelIsFeature(label));
}
