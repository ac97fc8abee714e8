import { predictedClasses } from "../evaluation/confusion_matrix.ts";
import { type Labels, takeLabels } from "../table/feature_matrix.ts";
import type { CrossValidation } from "./cross_validation.ts";
import type { TrainingTable } from "./training_table.ts";

/** What models that have not seen them say of the m rows that some fold tests. */
export interface OutOfFold {
  /** m ascending indices into the training rows. */
  readonly rows: Int32Array;
  readonly labels: Labels;
  /** m names where the table has groups. */
  readonly groups?: readonly (string | null)[];
  /** m: the fold that tests the row, from 0. */
  readonly foldOf: Int32Array;
  /** m×k row-major. */
  readonly probabilities: Float32Array;
  /** m indices into the classes. */
  readonly predictions: Int32Array;
}

/** The out-of-fold predictions of a cross-validation, those of greatest probability. */
export function outOfFold(
  { labels, groups }: Pick<TrainingTable, "labels" | "groups">,
  { probabilities, foldOf }: Pick<CrossValidation, "probabilities" | "foldOf">,
): OutOfFold {
  const rows = testedRows(foldOf);
  const tested = takePredictions(probabilities, labels.classes.length, rows);
  return {
    rows,
    labels: takeLabels(labels, rows),
    ...(groups ? { groups: Array.from(rows, (row) => groups[row] ?? null) } : {}),
    foldOf: rows.map((row) => foldOf[row]!),
    probabilities: tested,
    predictions: predictedClasses(tested, labels.classes.length),
  };
}

/** The given rows of n×k `probabilities`. */
export function takePredictions(
  probabilities: Float32Array,
  classCount: number,
  rows: Int32Array,
): Float32Array {
  const taken = new Float32Array(rows.length * classCount);
  for (const [position, row] of rows.entries()) {
    const start = row * classCount;
    taken.set(probabilities.subarray(start, start + classCount), position * classCount);
  }
  return taken;
}

/** The rows that some fold tests, ascending: all of them unless the folds are ordered by time. */
export function testedRows(foldOf: Int32Array): Int32Array {
  return Int32Array.from(foldOf.keys()).filter((row) => foldOf[row]! >= 0);
}
