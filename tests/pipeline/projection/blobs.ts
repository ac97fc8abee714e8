import type { DenseRows } from "@/pipeline/projection/dense_rows.ts";
import { Random } from "@/pipeline/random.ts";

/** Rows in a few round clouds far from one another; row i lies in the cloud i modulo their number. */
export function blobs(
  { rows, width, clouds, seed = 1 }: {
    readonly rows: number;
    readonly width: number;
    readonly clouds: number;
    readonly seed?: number;
  },
): DenseRows {
  const random = new Random(seed);
  const centres = Array.from(
    { length: clouds },
    () => Array.from({ length: width }, () => 8 * random.normal()),
  );
  const values = new Float64Array(rows * width);
  for (let cell = 0; cell < values.length; cell++) {
    const row = Math.floor(cell / width);
    values[cell] = centres[row % clouds]![cell % width]! + random.normal();
  }
  return { rows, width, values };
}

/** Plane coordinates as rows. */
export function planeRows(coordinates: Float64Array): DenseRows {
  return { rows: coordinates.length / 2, width: 2, values: coordinates };
}
