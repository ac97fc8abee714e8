import { withIntervals } from "../evaluation/evaluation_intervals.ts";
import { evaluatePredictions } from "../evaluation/evaluate_predictions.ts";
import { engineVersion } from "../version.ts";
import { summariseCalibration } from "./calibration.ts";
import type { CrossValidation } from "./cross_validation.ts";
import type { FittedPipeline } from "./fitted_pipeline.ts";
import { type ModelCard, modelCardSchema } from "./model_card.ts";
import type { OutOfFold } from "./out_of_fold.ts";
import type { ParityProof } from "./parity.ts";
import type { SearchRecord } from "./search_record.ts";
import type { TrainingTable } from "./training_table.ts";

/** All that a model card tells of. */
export interface CardContents {
  readonly table: TrainingTable;
  readonly pipeline: FittedPipeline;
  /** null where there was no cross-validation. */
  readonly metrics: ModelCard["metrics"];
  /** How many out-of-fold predictions there were, and how many of them the file keeps. */
  readonly outOfFold: { readonly rows: number; readonly kept: number } | null;
  readonly parity: ParityProof;
  readonly seed: number;
  /** The search that found the recipe, where there was one. */
  readonly search: SearchRecord | null;
  /** The hashes of the models that this one follows, nearest first. */
  readonly parents: readonly string[];
}

/** The card of a model that was just trained. */
export function makeCard(contents: CardContents): ModelCard {
  const { table, pipeline, metrics, outOfFold, parity, seed, search, parents } = contents;
  const { calibration = null, weights = null } = pipeline.postProcessing ?? {};
  const perClass = pipeline.classes.map(() => 0);
  for (const code of table.labels.codes) perClass[code]!++;
  return modelCardSchema.parse(
    {
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
      metrics,
      ...(calibration ? { calibration: summariseCalibration(calibration) } : {}),
      ...(weights ? { decision_weights: [...weights] } : {}),
      ...(search ? { search } : {}),
      ...(outOfFold ? { out_of_fold: { ...outOfFold } } : {}),
      parity,
      parents: [...parents],
    } satisfies ModelCard,
  );
}

/**
 * What the final out-of-fold predictions are worth; whole groups are drawn for the intervals where there are any.
 *
 * @param onStep is called often, to tell the progress
 */
export function metricsOf(
  { method, folds }: Pick<CrossValidation, "method" | "folds">,
  { labels, groups, probabilities, predictions }: OutOfFold,
  seed: number,
  onStep: () => void,
): NonNullable<ModelCard["metrics"]> {
  const evaluation = withIntervals(
    evaluatePredictions(labels, probabilities, predictions),
    labels,
    probabilities,
    predictions,
    { seed, onStep, ...(groups ? { groups } : {}) },
  );
  const { macro_f1 } = evaluation;
  return {
    method,
    folds,
    evaluation,
    macro_f1_interval: evaluation.intervals?.macro_f1 ?? [macro_f1, macro_f1],
  };
}
