/**
 * A function that sets the distance of one row (d units, see `standard_units.ts`, NaN = missing) to each
 * reference row (m×d row-major): the mean square difference over the columns that both know, Infinity where
 * they share none.
 *
 * With holes set to 0, Σ (a − b)² over what both have is Σ a² + Σ b² − 2·Σ a·b less the squares that face a
 * hole: one dot product a pair, and exact, for units are whole numbers.
 */
export function distanceMeter(
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
