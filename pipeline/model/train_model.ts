import { checkpointOf } from "../checkpoint.ts";
import type { LearningCurve } from "../learners/learning_curve.ts";
import { findLearner } from "../learners/registry.ts";
import { classifierModel } from "../onnx/classifier_model.ts";
import { encodeModel } from "../onnx/encode_model.ts";
import { GraphBuilder } from "../onnx/graph_builder.ts";
import { openModel } from "../onnx/run_model.ts";
import { HealerError, type Notice } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { CalibrationMethod } from "./calibration.ts";
import { choosePostProcessing } from "./choose_post_processing.ts";
import { crossValidate, type CrossValidation, type FoldOptions } from "./cross_validation.ts";
import { fitNovelty } from "./fit_novelty.ts";
import { fitPipeline, type FittedPipeline, lowerPipeline } from "./fitted_pipeline.ts";
import { makeCard, metricsOf } from "./make_card.ts";
import { cardKey, type ModelCard } from "./model_card.ts";
import { type OutOfFold, outOfFold } from "./out_of_fold.ts";
import { type ParityProof, proveParity } from "./parity.ts";
import { modelProblem } from "./problems.ts";
import type { Recipe } from "./recipe.ts";
import type { SearchRecord } from "./search_record.ts";
import { seal } from "./seal.ts";
import { storeNovelty } from "./stored_novelty.ts";
import { outOfFoldKey, packOutOfFold } from "./stored_out_of_fold.ts";
import { packSummary, summarise, summaryKey } from "./training_summary.ts";
import type { TrainingTable } from "./training_table.ts";
import { foldOptionsOf, type Validation } from "./validation.ts";

/** How a model is trained. */
export interface TrainingOptions extends Pick<FoldOptions, "onFold"> {
  /** Folds of the cross-validation that scores the recipe; 0 leaves it out. */
  readonly folds: number;
  /** How the rows are divided for it; keeps groups together where this is absent. */
  readonly validation?: Validation;
  /** Whether reference rows of the training data travel inside the model. */
  readonly keepRows: boolean;
  /** Corrects the probabilities by the out-of-fold predictions; "none" where this is absent. */
  readonly calibration?: CalibrationMethod;
  /** Whether decision weights are tuned for macro-F1 on the out-of-fold predictions; false where absent. */
  readonly tuneDecision?: boolean;
  /** The cross-validation of exactly this recipe on this table, where there was one: it is not done again. */
  readonly scored?: CrossValidation;
  /** The hashes of the models that this one follows, nearest first; none where this is absent. */
  readonly parents?: readonly string[];
  /** The search that found the recipe, where there was one. */
  readonly search?: SearchRecord;
  /** Exactly this recipe, fitted on all rows of this table: it is not fitted again. */
  readonly fitted?: FittedPipeline;
}

/** A trained model, ready to be written to a file. */
export interface TrainedModel {
  /** The ONNX file. */
  readonly bytes: Uint8Array;
  readonly card: ModelCard;
  /** How the loss of the learner fell on all training rows; null for learners without rounds. */
  readonly curve: LearningCurve | null;
  /** What the models of the folds say of rows they have not seen; null without folds. */
  readonly outOfFold: OutOfFold | null;
  readonly notices: readonly Notice[];
}

/**
 * Scores the recipe by cross-validation, refits it on all training rows, lowers it into one ONNX graph and
 * proves that the graph gives the same answers. Calibration and decision weights are fitted on the predictions
 * of the cross-validation, and scored on folds they were not fitted on.
 *
 * @throws {HealerError} where the rows do not allow training, the proof fails, or the run is cancelled.
 */
export async function trainModel(
  table: TrainingTable,
  recipe: Recipe,
  options: TrainingOptions,
  context: RunContext,
): Promise<TrainedModel> {
  const { matrix, labels } = table;
  const { seed } = context;
  checkOptions(options);
  if (matrix.names.length === 0) throw new HealerError(modelProblem.noFeatures(table.source.name));
  if (matrix.rows < 2) throw new HealerError(modelProblem.tooFewRows(matrix.rows));
  const scoringShare = options.scored ? 0 : options.folds / (options.folds + 1.5);
  const scoring = { ...partOf(context, 0, scoringShare), ...checkpointOf(context, "folds") };
  const scored = options.scored ?? await scoreRecipe(table, recipe, options, scoring);
  const chosen = scored && choosePostProcessing(
    outOfFold(table, scored),
    { calibration: options.calibration ?? "none", tuneDecision: options.tuneDecision ?? false },
    () => scoring.progress(1),
  );
  const metrics = scored && chosen &&
    metricsOf(scored, chosen.outOfFold, seed, () => scoring.progress(1));

  const fitting = partOf(context, scoringShare, 0.95);
  fitting.progress(0, { en: "training on all rows", zh: "用全部数据训练" });
  const fitted = options.fitted ?? await fitPipeline(recipe, matrix, labels, {
    ...fitting,
    progress: (fraction) => fitting.progress(fraction),
  });
  const pipeline = chosen ? { ...fitted, postProcessing: chosen.postProcessing } : fitted;

  context.progress(0.95, { en: "proving the ONNX graph", zh: "验证 ONNX 图" });
  const parity = await proveOnnx(pipeline, matrix, seed);
  const packed = chosen && packOutOfFold(chosen.outOfFold, seed);
  const card = makeCard({
    table,
    pipeline,
    metrics,
    outOfFold: chosen && packed && { rows: chosen.outOfFold.rows.length, kept: packed.kept },
    parity,
    seed,
    search: options.search ?? null,
    parents: options.parents ?? [],
  });
  const { groups, rowNumbers } = table;
  const summary = summarise(matrix, labels, {
    keepRows: options.keepRows,
    seed,
    groups,
    ...(rowNumbers ? { rowNumbers } : {}),
  });
  const novelty = chosen && fitNovelty(matrix, labels, chosen.outOfFold, seed);
  const packedSummary = packSummary({
    ...summary,
    ...(novelty ? { novelty: storeNovelty(novelty) } : {}),
  });
  const metadata = new Map([[cardKey, JSON.stringify(card)], [summaryKey, packedSummary]]);
  if (packed?.text) metadata.set(outOfFoldKey, packed.text);
  const bytes = seal(encodePipeline(pipeline, metadata));
  context.progress(1, { en: "trained", zh: "训练完成" });
  return {
    bytes,
    card,
    curve: learningCurve(fitted),
    outOfFold: chosen && chosen.outOfFold,
    notices: [...scored?.notices ?? [], ...chosen?.notices ?? [], ...pipeline.notices],
  };
}

function learningCurve({ learner: { name, fitted } }: FittedPipeline): LearningCurve | null {
  return findLearner(name).learningCurve?.(fitted) ?? null;
}

/** @throws {HealerError} `model/nothing-to-fit-on` */
function checkOptions({ folds, scored, calibration, tuneDecision }: TrainingOptions): void {
  if (folds >= 2 || scored) return;
  if (calibration !== undefined && calibration !== "none") {
    throw new HealerError(modelProblem.nothingToFitOn("calibration"));
  }
  if (tuneDecision) throw new HealerError(modelProblem.nothingToFitOn("tuneDecision"));
}

async function scoreRecipe(
  table: TrainingTable,
  recipe: Recipe,
  options: TrainingOptions,
  context: RunContext,
): Promise<CrossValidation | null> {
  const { folds, onFold } = options;
  if (folds < 2) return null;
  return await crossValidate(
    recipe,
    table.matrix,
    table.labels,
    { ...foldOptionsOf(table, options), ...(onFold ? { onFold } : {}) },
    context,
  );
}

async function proveOnnx(
  pipeline: FittedPipeline,
  matrix: FeatureMatrix,
  seed: number,
): Promise<ParityProof> {
  const model = await openModel(encodePipeline(pipeline, new Map()));
  try {
    return await proveParity(pipeline, model, matrix, seed);
  } finally {
    await model.release();
  }
}

function encodePipeline(
  pipeline: FittedPipeline,
  metadata: ReadonlyMap<string, string>,
): Uint8Array {
  const graph = new GraphBuilder();
  const probabilities = lowerPipeline(pipeline, graph);
  const weights = pipeline.postProcessing?.weights;
  return encodeModel(classifierModel(graph, {
    featureCount: pipeline.features.length,
    probabilities,
    ...(weights ? { weights } : {}),
    classes: pipeline.classes,
    metadata,
  }));
}
