import { exampleMedians } from "../web/example_model.ts";

/** Where the rows of {@linkcode strangeTable} are that a test speaks of, from 1. */
export const rowOf = {
  clear: 2,
  unknown: 10,
  close: 14,
  holes: 19,
  misread: 20,
  unread: 21,
} as const;

/**
 * A table for the model of the examples, as CSV: the middle of each class, rows halfway between two classes, one
 * with holes, one with a text for a number, one cut off, and many of the normal state.
 */
export async function strangeTable(classes: readonly string[]): Promise<string> {
  const medians = await Promise.all(classes.map(exampleMedians));
  const names = Object.keys(medians[0] ?? {});
  const rows = medians.map((each) => names.map((name) => each[name] ?? 0));
  const normal = rows[classes.indexOf("normal")] ?? [];
  const halfway = rows.map((row, code) => {
    const next = rows[(code + 1) % rows.length] ?? row;
    return row.map((value, column) => (value + (next[column] ?? 0)) / 2);
  });
  const lines: (string | number)[][] = [
    ...rows,
    ...halfway,
    normal.map((value, column) => column % 3 === 0 ? value : ""),
    normal.map((value, column) => column === 0 ? "n/a?" : value),
    ["cut", "off"],
    ...Array.from({ length: 30 }, () => normal),
  ];
  return [names, ...lines].map((line) => line.join(",")).join("\n");
}
