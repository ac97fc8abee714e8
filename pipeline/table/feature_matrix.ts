/** The one numeric form of a table: an n×d row-major Float32Array, NaN = missing. */
export interface FeatureMatrix {
  /** The d feature names, in column order. */
  readonly names: readonly string[];
  /** n */
  readonly rows: number;
  /** n×d, row-major, NaN = missing; never infinite. */
  readonly values: Float32Array;
}

/** The class of each row: `codes[row]` is an index into `classes`. */
export interface Labels {
  /** The k class names in their fixed order. */
  readonly classes: readonly string[];
  /** n indices into `classes`. */
  readonly codes: Int32Array;
  /**
   * n numbers, where rows belong together: those of one number (an incident) never stand on both sides of a
   * split. Whatever divides rows while it trains must heed them, and made-up rows take that of their origin.
   */
  readonly groups?: Int32Array;
}

/** The rows of `matrix` at `indices`, in that order. */
export function takeRows(matrix: FeatureMatrix, indices: ArrayLike<number>): FeatureMatrix {
  const width = matrix.names.length;
  const values = new Float32Array(indices.length * width);
  for (let row = 0; row < indices.length; row++) {
    const start = indices[row]! * width;
    values.set(matrix.values.subarray(start, start + width), row * width);
  }
  return { names: matrix.names, rows: indices.length, values };
}

/** The columns of `matrix` at `indices`, in that order. */
export function takeColumns(matrix: FeatureMatrix, indices: readonly number[]): FeatureMatrix {
  const width = matrix.names.length;
  const values = new Float32Array(matrix.rows * indices.length);
  for (let row = 0, target = 0; row < matrix.rows; row++) {
    for (const index of indices) values[target++] = matrix.values[row * width + index]!;
  }
  return { names: indices.map((index) => matrix.names[index]!), rows: matrix.rows, values };
}

/** One column as a dense array. */
export function columnOf(matrix: FeatureMatrix, index: number): Float32Array {
  const width = matrix.names.length;
  const column = new Float32Array(matrix.rows);
  for (let row = 0; row < matrix.rows; row++) column[row] = matrix.values[row * width + index]!;
  return column;
}

/** The labels (and groups) of the rows at `indices`; the classes stay as they are. */
export function takeLabels(labels: Labels, indices: ArrayLike<number>): Labels {
  const { classes, groups } = labels;
  const codes = takeNumbers(labels.codes, indices);
  return groups ? { classes, codes, groups: takeNumbers(groups, indices) } : { classes, codes };
}

function takeNumbers(numbers: Int32Array, indices: ArrayLike<number>): Int32Array {
  const taken = new Int32Array(indices.length);
  for (let position = 0; position < taken.length; position++) {
    taken[position] = numbers[indices[position]!]!;
  }
  return taken;
}
