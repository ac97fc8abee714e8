import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { binomial } from "./binomial.ts";
import {
  type ClassificationMetrics,
  classificationMetrics,
  type ClassMetrics,
} from "./classification_metrics.ts";
import { rowGroups } from "./group_folds.ts";
import { type Interval, percentileInterval } from "./percentile_interval.ts";
import { evaluationProblem } from "./problems.ts";

/** How to resample. */
export interface BootstrapOptions {
  readonly seed: number;
  /** n names: whole groups are drawn instead of rows. null = a group of its own. */
  readonly groups?: readonly (string | null)[];
  /** 1,000 by default. */
  readonly resamples?: number;
  /** Is called often: to tell the progress, and to cancel by throwing. */
  readonly onStep?: () => void;
}

/** The intervals of one class; resamples without a case of it do not count. */
export interface ClassIntervals {
  readonly precision: Interval;
  readonly recall: Interval;
  readonly f1: Interval;
}

/** The intervals of everything that follows from a confusion matrix. */
export interface ConfusionIntervals {
  readonly accuracy: Interval;
  readonly balanced_accuracy: Interval;
  readonly macro_f1: Interval;
  readonly weighted_f1: Interval;
  readonly macro_precision: Interval;
  readonly macro_recall: Interval;
  readonly weighted_precision: Interval;
  readonly weighted_recall: Interval;
  /** In the order of the classes. */
  readonly per_class: readonly ClassIntervals[];
}

/**
 * The bootstrap percentile intervals (Efron 1979) of the metrics of a confusion matrix, for `predictions` (n
 * indices into `labels.classes`).
 *
 * As many rows (or groups) as there are get drawn with replacement. Rows of equal truth and prediction, and
 * groups of equal confusion counts, are interchangeable: only how often each kind is drawn counts, a
 * multinomial number, so that the time depends on the kinds, not on the rows.
 *
 * @throws {HealerError} where there is no row, or groups or predictions are not as many as the rows.
 */
export function bootstrapInterval(
  labels: Labels,
  predictions: Int32Array,
  options: BootstrapOptions,
): ConfusionIntervals {
  const { groups, resamples = 1000, onStep } = options;
  const { classes, codes } = labels;
  const classCount = classes.length;
  checkLengths(codes.length, predictions, groups);
  const cells = codes.map((truth, row) => truth * classCount + predictions[row]!);
  const kinds = groups ? kindsOfGroups(cells, groups) : kindsOfRows(cells, classCount ** 2);

  const counts = new Float64Array(classCount ** 2);
  for (const cell of cells) counts[cell]!++;
  const observed = classificationMetrics({ classes, counts });
  const random = new Random(options.seed);
  const resampled = Array.from({ length: resamples }, () => {
    drawCounts(kinds, random, counts);
    onStep?.();
    return classificationMetrics({ classes, counts });
  });

  const interval = (read: (metrics: ClassificationMetrics) => number): Interval =>
    percentileInterval(read(observed), Float64Array.from(resampled, read));
  return {
    accuracy: interval(({ accuracy }) => accuracy),
    balanced_accuracy: interval(({ balancedAccuracy }) => balancedAccuracy),
    macro_f1: interval(({ macro }) => macro.f1),
    weighted_f1: interval(({ weighted }) => weighted.f1),
    macro_precision: interval(({ macro }) => macro.precision),
    macro_recall: interval(({ macro }) => macro.recall),
    weighted_precision: interval(({ weighted }) => weighted.precision),
    weighted_recall: interval(({ weighted }) => weighted.recall),
    per_class: classes.map((_, code) => {
      const ofClass = (read: (metrics: ClassMetrics) => number): Interval =>
        interval(({ perClass }) => read(perClass[code]!));
      return {
        precision: ofClass(({ precision, predicted }) => predicted > 0 ? precision : NaN),
        recall: ofClass(({ recall, support }) => support > 0 ? recall : NaN),
        f1: ofClass(({ f1, support, predicted }) => support + predicted > 0 ? f1 : NaN),
      };
    }),
  };
}

/** @throws {HealerError} `evaluation/no-rows`, `evaluation/lengths-differ` */
function checkLengths(
  rows: number,
  predictions: Int32Array,
  groups: readonly (string | null)[] | undefined,
): void {
  if (rows === 0) throw new HealerError(evaluationProblem.noRows());
  if (predictions.length !== rows) {
    throw new HealerError(evaluationProblem.lengthsDiffer("predictions", predictions.length, rows));
  }
  if (groups && groups.length !== rows) {
    throw new HealerError(evaluationProblem.lengthsDiffer("groups", groups.length, rows));
  }
}

/** Interchangeable units of drawing: `multiplicity` of them put `amounts[i]` rows into `cells[i]` each. */
interface Kind {
  multiplicity: number;
  readonly cells: Int32Array;
  readonly amounts: Float64Array;
}

function kindsOfRows(cells: Int32Array, cellCount: number): Kind[] {
  const multiplicities = new Float64Array(cellCount);
  for (const cell of cells) multiplicities[cell]!++;
  return [...multiplicities.entries()]
    .filter(([, multiplicity]) => multiplicity > 0)
    .map(([cell, multiplicity]) => ({
      multiplicity,
      cells: Int32Array.of(cell),
      amounts: Float64Array.of(1),
    }));
}

function kindsOfGroups(cells: Int32Array, names: readonly (string | null)[]): Kind[] {
  const { count, rows, starts } = rowGroups(names);
  const kinds = new Map<string, Kind>();
  for (let group = 0; group < count; group++) {
    const amounts = new Map<number, number>();
    const ofGroup = rows.subarray(starts[group], starts[group + 1]);
    for (const row of ofGroup) amounts.set(cells[row]!, (amounts.get(cells[row]!) ?? 0) + 1);
    const sorted = [...amounts].sort(([left], [right]) => left - right);
    const key = sorted.join(";");
    const kind = kinds.get(key);
    if (kind) kind.multiplicity++;
    else {
      kinds.set(key, {
        multiplicity: 1,
        cells: Int32Array.from(sorted, ([cell]) => cell),
        amounts: Float64Array.from(sorted, ([, amount]) => amount),
      });
    }
  }
  return [...kinds.values()];
}

/** Fills `counts` with the confusion counts of as many units, drawn with replacement, as the kinds hold. */
function drawCounts(kinds: readonly Kind[], random: Random, counts: Float64Array): void {
  counts.fill(0);
  let units = 0;
  for (const { multiplicity } of kinds) units += multiplicity;
  let left = units;
  for (const { multiplicity, cells, amounts } of kinds) {
    if (left === 0) return;
    const drawn = binomial(left, multiplicity / units, random);
    for (let index = 0; index < cells.length; index++) {
      counts[cells[index]!]! += drawn * amounts[index]!;
    }
    left -= drawn;
    units -= multiplicity;
  }
}
