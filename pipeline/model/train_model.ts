import { withIntervals } from "../evaluation/evaluation_intervals.ts";
import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import { classifierModel } from "../onnx/classifier_model.ts";
import { encodeModel } from "../onnx/encode_model.ts";
import { GraphBuilder } from "../onnx/graph_builder.ts";
import { openModel } from "../onnx/run_model.ts";
import { HealerError, type Notice } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { engineVersion } from "../version.ts";
import { crossValidate, type CrossValidation, type FoldOptions } from "./cross_validation.ts";
import { fitPipeline, type FittedPipeline, lowerPipeline } from "./fitted_pipeline.ts";
import { cardKey, type ModelCard, modelCardSchema } from "./model_card.ts";
import { outOfFold } from "./out_of_fold.ts";
import { type ParityProof, proveParity } from "./parity.ts";
import { modelProblem } from "./problems.ts";
import type { Recipe } from "./recipe.ts";
import type { SearchRecord } from "./search_record.ts";
import { seal } from "./seal.ts";
import { packSummary, summarise, summaryKey } from "./training_summary.ts";
import type { TrainingTable } from "./training_table.ts";
import { foldOptionsOf, type Validation } from "./validation.ts";

/** How a model is trained. */
export interface TrainingOptions extends Pick<FoldOptions, "onFold"> {
  /** Folds of the cross-validation that scores the recipe; 0 leaves it out. */
  readonly folds: number;
  /** How the rows are divided for it; keeps groups together where this is absent. */
  readonly validation?: Validation;
  /** What cross-validation says of the recipe, where that is known already. */
  readonly scored?: CrossValidation;
  /** The search that found the recipe. */
  readonly search?: SearchRecord;
  /** Whether reference rows of the training data travel inside the model. */
  readonly keepRows: boolean;
}

/** A trained model, ready to be written to a file. */
export interface TrainedModel {
  /** The ONNX file. */
  readonly bytes: Uint8Array;
  readonly card: ModelCard;
  readonly notices: readonly Notice[];
}

/**
 * Scores the recipe by cross-validation, refits it on all training rows, lowers it into one ONNX graph and
 * proves that the graph gives the same answers.
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
  if (matrix.names.length === 0) throw new HealerError(modelProblem.noFeatures(table.source.name));
  if (matrix.rows < 2) throw new HealerError(modelProblem.tooFewRows(matrix.rows));
  const scoringShare = options.scored ? 0 : options.folds / (options.folds + 1.5);
  const scored = options.scored ?? (options.folds < 2 ? null : await scoreRecipe(
    table,
    recipe,
    options,
    partOf(context, 0, scoringShare),
  ));

  const fitting = partOf(context, scoringShare, 0.95);
  fitting.progress(0, { en: "training on all rows", zh: "用全部数据训练" });
  const pipeline = await fitPipeline(recipe, matrix, labels, {
    ...fitting,
    progress: (fraction) => fitting.progress(fraction),
  });

  context.progress(0.95, { en: "proving the ONNX graph", zh: "验证 ONNX 图" });
  const parity = await proveOnnx(pipeline, matrix, context.seed);
  const card = modelCardSchema.parse(
    makeCard(table, pipeline, scored, parity, context.seed, options.search),
  );
  const summary = summarise(matrix, labels, { keepRows: options.keepRows, seed: context.seed });
  const metadata = new Map([[cardKey, JSON.stringify(card)], [summaryKey, packSummary(summary)]]);
  const bytes = seal(encodePipeline(pipeline, metadata));
  context.progress(1, { en: "trained", zh: "训练完成" });
  return { bytes, card, notices: [...(scored?.notices ?? []), ...pipeline.notices] };
}

async function scoreRecipe(
  table: TrainingTable,
  recipe: Recipe,
  options: TrainingOptions,
  context: RunContext,
): Promise<CrossValidation> {
  const { onFold } = options;
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
  return encodeModel(classifierModel(graph, {
    featureCount: pipeline.features.length,
    probabilities,
    classes: pipeline.classes,
    metadata,
  }));
}

function makeCard(
  table: TrainingTable,
  pipeline: FittedPipeline,
  scored: CrossValidation | null,
  parity: ParityProof,
  seed: number,
  search: SearchRecord | undefined,
): ModelCard {
  const perClass = pipeline.classes.map(() => 0);
  for (const code of table.labels.codes) perClass[code]!++;
  return {
    format: 2,
    engine: engineVersion,
    features: table.features,
    classes: [...pipeline.classes],
    columns: table.columns,
    recipe: pipeline.recipe,
    seed,
    data: {
      ...table.source,
      rows: table.matrix.rows,
      unlabelled: table.unlabelled,
      quarantined: table.quarantined,
      per_class: perClass,
    },
    metrics: scored && metricsOf(table, scored, seed),
    ...(search ? { search } : {}),
    parity,
    parents: [],
  };
}

/** What the out-of-fold predictions are worth; whole groups are drawn for the intervals where there are any. */
function metricsOf(
  table: TrainingTable,
  scored: CrossValidation,
  seed: number,
): ModelCard["metrics"] {
  const { labels, groups, probabilities, predictions } = outOfFold(table, scored);
  const evaluation = withIntervals(
    evaluatePredictions(labels, probabilities, predictions),
    labels,
    probabilities,
    predictions,
    { seed, ...(groups ? { groups } : {}) },
  );
  return {
    method: scored.method,
    folds: scored.folds,
    evaluation,
    macro_f1_interval: evaluation.intervals?.macro_f1 ?? [evaluation.macro_f1, evaluation.macro_f1],
  };
}
