import type { TrainingSummary } from "../model/training_summary.ts";
import type { UnknownGroup } from "./findings.ts";

type Sign = UnknownGroup["signs"][number];
type ColumnSummary = TrainingSummary["columns"][number];

/** The most signs of a group. */
const mostSigns = 8;

/** So much more of a column must be missing than in the training data. */
const missingExcess = 0.5;

/** A sign is at least so many usual spreads away from the middle of the training data. */
const leastDeviation = 0.25;

/** How much a column says that sets rows apart from the training data, but not from the class they are taken for. */
const weakSign = 0.1;

/**
 * The columns by which rows differ from the training data and from the class the model takes them for, strongest
 * first. Columns that say nothing of the classes are passed over: they also move where nothing is wrong.
 *
 * @param rows d values each
 * @param code the class that the model names most often for them
 */
export function unknownSigns(
  names: readonly string[],
  summary: TrainingSummary,
  rows: readonly Float32Array[],
  code: number,
): Sign[] {
  if (rows.length === 0) return [];
  const telling = new Set(summary.novelty?.columns ?? names.keys());
  const signs = names.flatMap((feature, index) => {
    const column = summary.columns[index];
    if (column === undefined || !telling.has(index)) return [];
    const sign = signOf(column, summary.quantile_levels, rows, index, code);
    return sign === null ? [] : [{ ...sign, sign: { ...sign.sign, feature } }];
  });
  return signs.sort((a, b) => b.strength - a.strength).slice(0, mostSigns).map(({ sign }) => sign);
}

function signOf(
  column: ColumnSummary,
  levels: readonly number[],
  rows: readonly Float32Array[],
  index: number,
  code: number,
): { readonly strength: number; readonly sign: Omit<Sign, "feature"> } | null {
  const present = rows.map((row) => row[index]!).filter((value) => !Number.isNaN(value));
  const usual = rangeOf(column.quantiles, levels);
  const missing = 1 - present.length / rows.length;
  if (missing >= column.missing_share + missingExcess) {
    // A column gone missing is as strong a sign as one that left its range by as much again.
    return { strength: 2 * missing, sign: { direction: "missing", median: null, usual } };
  }
  const median = medianOf(present);
  const ofAll = deviation(median, column.quantiles, levels);
  const ofClass = deviation(median, column.class_quantiles[code] ?? null, levels) ?? ofAll;
  if (median === null || ofAll === null || ofClass === null) return null;
  if (Math.abs(ofAll) < leastDeviation) return null;
  const isOfBoth = Math.sign(ofAll) === Math.sign(ofClass);
  const common = isOfBoth ? Math.min(Math.abs(ofAll), Math.abs(ofClass)) : 0;
  const strength = common + weakSign * Math.abs(ofAll);
  return { strength, sign: { direction: ofAll > 0 ? "high" : "low", median, usual } };
}

/** How far a value is from the median, in units of the range between the 5 % and 95 % quantiles. */
function deviation(
  value: number | null,
  quantiles: readonly number[] | null,
  levels: readonly number[],
): number | null {
  const range = rangeOf(quantiles, levels);
  const middle = quantiles?.[levels.indexOf(0.5)];
  if (value === null || range === null || middle === undefined) return null;
  const spread = range[1] - range[0];
  if (spread > 0) return (value - middle) / spread;
  return value === middle ? 0 : Math.sign(value - middle);
}

function rangeOf(
  quantiles: readonly number[] | null,
  levels: readonly number[],
): [number, number] | null {
  const low = quantiles?.[levels.indexOf(0.05)], high = quantiles?.[levels.indexOf(0.95)];
  return low === undefined || high === undefined ? null : [low, high];
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
