import { type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import { columnMoments } from "../table/column_statistics.ts";
import { distanceMeter } from "./distance_meter.ts";
import type { LinearScale } from "./linear_scale.ts";
import { sampleRows } from "./sample_rows.ts";
import { standardScale, toUnits } from "./standard_units.ts";

/** m training rows, from which holes are filled. */
export interface NearestFill {
  readonly scale: LinearScale;
  readonly neighbours: number;
  /** m×d row-major, raw values, NaN = missing. */
  readonly references: Float32Array;
  /** The mean of each column in training. */
  readonly means: Float32Array;
}

const maxReferences = 512;

/** Keeps at most 512 rows, drawn by `seed`. */
export function fitNearestFill(
  matrix: FeatureMatrix,
  neighbours: number,
  seed: number,
): NearestFill {
  const moments = columnMoments(matrix);
  return {
    scale: standardScale(moments),
    neighbours,
    references: takeRows(matrix, sampleRows(matrix.rows, maxReferences, seed)).values,
    means: Float32Array.from(moments.mean),
  };
}

/**
 * The values of `matrix` with every hole filled, n×d row-major: by the mean of the k nearest reference rows
 * that have the column (Troyanskaya et al., "Missing value estimation methods for DNA microarrays", 2001; as
 * in scikit-learn's KNNImputer). The distance is the mean square difference of the standard scores over the
 * columns that both rows have; of equally near rows the first is taken. A row that shares no column
 * with any reference row that has the value gets the column's mean.
 */
export function applyNearestFill(fill: NearestFill, matrix: FeatureMatrix): Float32Array {
  const { scale, neighbours, references, means } = fill;
  const width = matrix.names.length;
  const measure = distanceMeter(toUnits(scale, references), width);
  const units = toUnits(scale, matrix.values);
  const distances = new Float32Array(references.length / width);
  const donors = new Int32Array(Math.min(neighbours, distances.length));
  const filled = matrix.values.slice();
  for (let row = 0; row < matrix.rows; row++) {
    const start = row * width;
    const rowUnits = units.subarray(start, start + width);
    if (!rowUnits.includes(NaN)) continue;
    measure(rowUnits, distances);
    for (let column = 0; column < width; column++) {
      if (rowUnits[column] === rowUnits[column]) continue;
      const found = findDonors(donors, distances, references, column, width);
      let sum = 0;
      for (let i = 0; i < found; i++) sum += references[donors[i]! * width + column]!;
      filled[start + column] = found > 0 ? sum / found : means[column]!;
    }
  }
  return filled;
}

/** Sets `donors` to the nearest reference rows that have `column`, nearest first; returns how many there are. */
function findDonors(
  donors: Int32Array,
  distances: Float32Array,
  references: Float32Array,
  column: number,
  width: number,
): number {
  let found = 0;
  for (let reference = 0; reference < distances.length; reference++) {
    const distance = distances[reference]!;
    const full = found === donors.length;
    if (full && distance >= distances[donors[found - 1]!]!) continue;
    const value = references[reference * width + column]!;
    if (distance === Infinity || value !== value) continue;
    let place = full ? found - 1 : found++;
    while (place > 0 && distances[donors[place - 1]!]! > distance) {
      donors[place] = donors[place - 1]!;
      place--;
    }
    donors[place] = reference;
  }
  return found;
}
