/** Fewer rows than this count up by chance. */
const fewestRows = 10;

/**
 * Whether numbers look like row identifiers rather than a measurement: whole numbers without a hole that rise
 * by exactly one from row to row, or, where the column is the table's first, that rise at all. Values that
 * are merely all different prove nothing, since measurements mostly are.
 *
 * @param values one column, NaN = missing
 */
export function countsUp(values: Float64Array, isFirstColumn: boolean): boolean {
  if (values.length < fewestRows || !Number.isInteger(values[0])) return false;
  for (let row = 1; row < values.length; row++) {
    const step = values[row]! - values[row - 1]!;
    if (isFirstColumn ? !(step > 0 && Number.isInteger(step)) : step !== 1) return false;
  }
  return true;
}

/** Whether texts look like row identifiers: no hole, and no text twice in at least ten rows. */
export function textsAreIds(rows: number, missing: number, distinct: number): boolean {
  return rows >= fewestRows && missing === 0 && distinct === rows;
}
