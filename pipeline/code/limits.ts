/** What the code of a cell may give and print at most; whoever goes beyond is told which of them it was. */
export const codeLimits = {
  rows: 1_000_000,
  columns: 2000,
  /** Rows times columns. */
  cells: 50_000_000,
  /** Bytes of all texts of a table in UTF-8. */
  textBytes: 256 * 2 ** 20,
  figures: 20,
  /** Bytes of all figures as JSON. */
  figureBytes: 4 * 10 ** 6,
  /** So many lines of the log are kept. */
  keptLines: 1000,
  /** Whoever prints more lines than that is ended. */
  lines: 10_000,
  /** Characters of one line of the log; the rest is cut off. */
  lineLength: 2000,
  /** Characters of a column's name. */
  nameLength: 1000,
  /** Milliseconds since 1970 of the first and the last time: the years 1 to 9999. */
  times: [Date.parse("0001-01-01T00:00:00Z"), Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
} as const;
