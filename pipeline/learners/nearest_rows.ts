/** Columns added up between two looks at whether a row is already too far away. */
const columnsPerLook = 16;

/** Finds the k of m rows that are nearest to another one; all memory is taken once. */
export class NearestRows {
  /** The rows found, nearest first, the first in the table first where they are as far away. */
  readonly rows: Int32Array;
  /** Their squared distances. */
  readonly squares: Float64Array;

  /**
   * @param table m×d row-major.
   * @param width d
   * @param count k, at most m.
   */
  constructor(
    private readonly table: Float64Array,
    private readonly width: number,
    count: number,
  ) {
    this.rows = new Int32Array(count);
    this.squares = new Float64Array(count);
  }

  /** Looks for the neighbours of the d values that begin at `start`. */
  find(values: Float64Array, start: number): void {
    const { table, width, rows, squares } = this;
    const last = squares.length - 1;
    squares.fill(Infinity);
    for (let other = 0, cell = 0; cell < table.length; other++, cell += width) {
      const square = this.squareWithin(squares[last]!, values, start, cell);
      if (square >= squares[last]!) continue;
      let place = last;
      while (place > 0 && squares[place - 1]! > square) {
        squares[place] = squares[place - 1]!;
        rows[place] = rows[place - 1]!;
        place--;
      }
      squares[place] = square;
      rows[place] = other;
    }
  }

  /** The squared distance to the row that begins at `cell`; of one beyond `limit` some part that is, too. */
  private squareWithin(limit: number, values: Float64Array, start: number, cell: number): number {
    const { table, width } = this;
    let sum = 0;
    for (let column = 0; column < width;) {
      const end = Math.min(width, column + columnsPerLook);
      for (; column < end; column++) {
        const difference = values[start + column]! - table[cell + column]!;
        sum += difference * difference;
      }
      if (sum > limit) return sum;
    }
    return sum;
  }
}
