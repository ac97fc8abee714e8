import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { binomial } from "./binomial.ts";
import { accuracy, macroF1 } from "./classification_metrics.ts";
import { rowGroups } from "./group_folds.ts";
import { evaluationProblem } from "./problems.ts";

/** The metric on the rows as they are, and the bounds between which 95 % of the resamples lie. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How to resample. */
export interface BootstrapOptions {
  readonly seed: number;
  /** n names: whole groups are drawn instead of rows. null = a group of its own. */
  readonly groups?: readonly (string | null)[];
  /** 1,000 by default. */
  readonly resamples?: number;
}

/**
 * The bootstrap percentile intervals (Efron 1979; 2.5 % and 97.5 %, interpolated linearly) of accuracy and
 * macro-F1 for `predictions` (n indices into `labels.classes`).
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
): { readonly accuracy: Interval; readonly macro_f1: Interval } {
  const { groups, resamples = 1000 } = options;
  const rows = labels.codes.length, classCount = labels.classes.length;
  if (rows === 0) throw new HealerError(evaluationProblem.noRows());
  if (predictions.length !== rows) {
    throw new HealerError(evaluationProblem.lengthsDiffer("predictions", predictions.length, rows));
  }
  if (groups && groups.length !== rows) {
    throw new HealerError(evaluationProblem.lengthsDiffer("groups", groups.length, rows));
  }
  const cells = labels.codes.map((truth, row) => truth * classCount + predictions[row]!);
  const kinds = groups ? kindsOfGroups(cells, groups) : kindsOfRows(cells, classCount ** 2);

  const random = new Random(options.seed);
  const counts = new Float64Array(classCount ** 2);
  const accuracies = new Float64Array(resamples), scores = new Float64Array(resamples);
  for (let resample = 0; resample < resamples; resample++) {
    drawCounts(kinds, random, counts);
    accuracies[resample] = accuracy(counts, classCount);
    scores[resample] = macroF1(counts, classCount);
  }
  counts.fill(0);
  for (const cell of cells) counts[cell]!++;
  return {
    accuracy: interval(accuracy(counts, classCount), accuracies),
    macro_f1: interval(macroF1(counts, classCount), scores),
  };
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

function interval(value: number, resampled: Float64Array): Interval {
  resampled.sort();
  return { value, low: quantile(resampled, 0.025), high: quantile(resampled, 0.975) };
}

/** The quantile of ascending numbers, linear between neighbours (type 7 of Hyndman & Fan 1996). */
function quantile(ascending: Float64Array, share: number): number {
  const position = share * (ascending.length - 1);
  const below = Math.floor(position);
  const lower = ascending[below]!;
  return lower + (position - below) * (ascending[Math.ceil(position)]! - lower);
}
