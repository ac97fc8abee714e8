import type { Scaled } from "./chart_columns.ts";

/** What the rows of a group have in common: categories, the numbers of bins, and null where there is none. */
export type GroupParts = readonly (string | number | null)[];

/** The values of the rows that have all of `parts` in common; 1 for each row where there is no column of values. */
export interface Group<Parts extends GroupParts> {
  readonly parts: Parts;
  readonly values: number[];
}

/**
 * Values group by group, each under its {@linkcode groupKey}, in the order in which groups come first. Rows for
 * which `partsOf` says null, or that have no value, are left out.
 */
export function grouped<const Parts extends GroupParts>(
  value: Scaled | null,
  rows: number,
  partsOf: (row: number) => Parts | null,
): Map<string, Group<Parts>> {
  const groups = new Map<string, Group<Parts>>();
  for (let row = 0; row < rows; row++) {
    const number = value === null ? 1 : value.values[row]!;
    const parts = Number.isNaN(number) ? null : partsOf(row);
    if (parts === null) continue;
    const key = groupKey(parts);
    const group = groups.get(key);
    if (group) group.values.push(number);
    else groups.set(key, { parts, values: [number] });
  }
  return groups;
}

/** Tells groups apart by what their rows have in common. */
export function groupKey(parts: GroupParts): string {
  return JSON.stringify(parts);
}
