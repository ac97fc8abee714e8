import type { ReferenceDistances, ReferenceRows } from "./nearest_cases.ts";
import type { TrainingRanges } from "./training_ranges.ts";

/** A value that a KPI may turn out to have, and how likely that is beside the others. */
export interface ExpectedReading {
  readonly value: number;
  readonly weight: number;
}

/** Classes less probable than this are not reckoned with, nor more than the most probable ones. */
const leastProbable = 0.02;
const mostClasses = 5;

/** The readings of one KPI are shared out over so many neighbours, by the probabilities of their classes. */
const readings = 12;
const fewestOfClass = 2;

/** Of each class so many rows are looked at as neighbours. */
const candidates = 40;

/** Where a model carries no rows, these quantiles of a class stand for what it may show. */
const levels = [0.1, 0.25, 0.5, 0.75, 0.9];

/** The classes that a row may well have. */
function likelyClasses(probabilities: Float32Array): { code: number; probability: number }[] {
  return Array.from(probabilities, (probability, code) => ({ code, probability }))
    .filter(({ probability }) => probability >= leastProbable)
    .sort((a, b) => b.probability - a.probability).slice(0, mostClasses);
}

/**
 * What a reading of each KPI may say, given all other KPIs of the row: the values that its nearest past cases
 * show, those of each class together as likely as the model holds the class. The KPI itself has no say in who is
 * near.
 */
export function readingsOfNeighbours(
  reference: ReferenceRows,
  distances: ReferenceDistances,
  probabilities: Float32Array,
): (feature: number) => ExpectedReading[] {
  const width = distances.weights.length;
  const near = likelyClasses(probabilities).map(({ code, probability }) => {
    const rows: number[] = [];
    for (let row = 0; row < reference.rows; row++) {
      if (reference.codeOf(row) === code) rows.push(row);
    }
    rows.sort((a, b) => distances.sums[a]! - distances.sums[b]!);
    const count = Math.max(fewestOfClass, Math.round(readings * probability));
    return { probability, count, rows: rows.slice(0, candidates) };
  });
  return (feature) =>
    near.flatMap(({ probability, count, rows }) => {
      const withoutIt = (row: number): number =>
        distances.sums[row]! - distances.parts[row * width + feature]!;
      const chosen = rows.filter((row) => !Number.isNaN(reference.valueOf(row, feature)))
        .sort((a, b) => withoutIt(a) - withoutIt(b)).slice(0, count);
      const weight = probability / chosen.length;
      return chosen.map((row) => ({ value: reference.valueOf(row, feature), weight }));
    });
}

/** The same without past cases: from the quantiles of the classes, whatever the other KPIs are. */
export function readingsOfClasses(
  ranges: TrainingRanges,
  probabilities: Float32Array,
): (feature: number) => ExpectedReading[] {
  const likely = likelyClasses(probabilities);
  return (feature) =>
    likely.flatMap(({ code, probability }) =>
      levels.flatMap((level) => {
        const value = ranges.quantile(feature, code, level);
        const weight = probability / levels.length;
        return value === undefined ? [] : [{ value: Math.fround(value), weight }];
      })
    );
}
