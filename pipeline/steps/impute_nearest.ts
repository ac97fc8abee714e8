import { type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import { columnMoments } from "../table/column_statistics.ts";
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

/**
 * A function that sets the distance of one row to each reference row, Infinity where they share no column.
 * With holes set to 0, Σ (a − b)² over what both have is Σ a² + Σ b² − 2·Σ a·b less the squares that face a
 * hole: one dot product a pair, and exact, for units are whole numbers.
 */
function distanceMeter(
  referenceUnits: Float32Array,
  width: number,
): (row: Float32Array, distances: Float32Array) => void {
  const references = Float64Array.from(referenceUnits, (unit) => unit === unit ? unit : 0);
  const holes = Array.from(
    { length: referenceUnits.length / width },
    (_, reference) => holesOf(referenceUnits.subarray(reference * width, (reference + 1) * width)),
  );
  const squares = holes.map((_, reference) =>
    squareSum(references.subarray(reference * width, (reference + 1) * width))
  );
  const known = new Float64Array(width);
  const present = new Uint8Array(width);
  return (row, distances) => {
    const rowHoles = holesOf(row);
    known.set(row);
    present.fill(1);
    for (const column of rowHoles) known[column] = present[column] = 0;
    const rowSquares = squareSum(known);
    for (let reference = 0; reference < distances.length; reference++) {
      const start = reference * width;
      let products = 0;
      for (let column = 0; column < width; column++) {
        products += known[column]! * references[start + column]!;
      }
      let sum = rowSquares + squares[reference]! - 2 * products;
      for (let i = 0; i < rowHoles.length; i++) {
        const facing = references[start + rowHoles[i]!]!;
        sum -= facing * facing;
      }
      const referenceHoles = holes[reference]!;
      let shared = width - rowHoles.length;
      for (let i = 0; i < referenceHoles.length; i++) {
        const facing = known[referenceHoles[i]!]!;
        sum -= facing * facing;
        shared -= present[referenceHoles[i]!]!;
      }
      distances[reference] = shared > 0 ? sum / shared : Infinity;
    }
  };
}

/** The columns in which a row has no value. */
function holesOf(row: Float32Array): Int32Array {
  const holes: number[] = [];
  row.forEach((value, column) => value === value || holes.push(column));
  return Int32Array.from(holes);
}

function squareSum(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
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
