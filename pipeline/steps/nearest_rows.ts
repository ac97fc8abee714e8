import { columnMoments } from "../table/column_statistics.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { distanceMeter } from "./distance_meter.ts";
import { sampleRows } from "./sample_rows.ts";
import { standardScale, toUnits } from "./standard_units.ts";

/** Among more rows than this, neighbours are looked for in a sample of so many. */
const maxCandidates = 10_000;

/** Rows in standard units, so that every column counts the same in a distance. */
export interface StandardRows {
  readonly width: number;
  /** n×d row-major, NaN = missing. */
  readonly units: Float32Array;
}

/** The rows of `matrix` in standard units of their own columns. */
export function standardRows(matrix: FeatureMatrix): StandardRows {
  const scale = standardScale(columnMoments(matrix));
  return { width: matrix.names.length, units: toUnits(scale, matrix.values) };
}

/** The rows at `indices`, one after the other. */
export function takeUnits({ width, units }: StandardRows, indices: Int32Array): Float32Array {
  const taken = new Float32Array(indices.length * width);
  for (const [position, row] of indices.entries()) {
    taken.set(units.subarray(row * width, (row + 1) * width), position * width);
  }
  return taken;
}

/**
 * A function that finds the `count` rows among `candidates` nearest to a row, which itself is not one of
 * them: nearest first, the earlier one on ties. The distance is the mean square difference of the standard
 * scores over the columns that both rows know; rows that share none are never near.
 */
export function neighbourFinder(
  rows: StandardRows,
  candidates: Int32Array,
  count: number,
  seed: number,
): (row: number) => Int32Array {
  const { width, units } = rows;
  const chosen = Int32Array.from(
    sampleRows(candidates.length, maxCandidates, seed),
    (position) => candidates[position]!,
  );
  const measure = distanceMeter(takeUnits(rows, chosen), width);
  const distances = new Float32Array(chosen.length);
  return (row) => {
    measure(units.subarray(row * width, (row + 1) * width), distances);
    const nearest: number[] = [];
    for (let position = 0; position < chosen.length; position++) {
      const distance = distances[position]!;
      const farthest = nearest.length < count ? Infinity : distances[nearest.at(-1)!]!;
      if (distance >= farthest || chosen[position] === row) continue;
      if (nearest.length === count) nearest.pop();
      let place = nearest.length;
      while (place > 0 && distances[nearest[place - 1]!]! > distance) place--;
      nearest.splice(place, 0, position);
    }
    return Int32Array.from(nearest, (position) => chosen[position]!);
  };
}
