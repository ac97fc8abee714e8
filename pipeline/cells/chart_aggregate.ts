import type { Text } from "../problem.ts";
import type { ChartParams } from "./chart.ts";
import type { Scaled } from "./chart_columns.ts";
import { grouped, groupKey, type GroupParts } from "./chart_groups.ts";

/** What several values come to. */
export type Aggregate = ChartParams["aggregate"];

/** Without a column of values there is nothing to take but the number of rows. */
export function aggregateOf({ aggregate }: ChartParams, value: Scaled | null): Aggregate {
  return value === null ? "count" : aggregate;
}

/** Whether what parts come to adds up to what the whole comes to. */
export function addsUp(aggregate: Aggregate): boolean {
  return aggregate === "count" || aggregate === "sum";
}

/** What is drawn: `mean wait`, or rows. */
export function aggregateText(aggregate: Aggregate, value: Scaled | null): Text {
  if (value === null) return { en: "rows", zh: "行数" };
  const { name } = value;
  switch (aggregate) {
    case "mean":
      return { en: `mean ${name}`, zh: `“${name}”均值` };
    case "median":
      return { en: `median ${name}`, zh: `“${name}”中位数` };
    case "sum":
      return { en: `sum of ${name}`, zh: `“${name}”总和` };
    case "min":
      return { en: `least ${name}`, zh: `“${name}”最小值` };
    case "max":
      return { en: `greatest ${name}`, zh: `“${name}”最大值` };
    case "count":
      return { en: `rows with ${name}`, zh: `有“${name}”的行数` };
  }
}

/** With a capital letter, as titles begin. */
export function capitalised({ en, zh }: Text): Text {
  return { en: en.slice(0, 1).toUpperCase() + en.slice(1), zh };
}

/** What rows come to, group by group; see {@linkcode grouped}. */
export interface Aggregated<Parts extends GroupParts> {
  readonly groups: readonly { readonly parts: Parts; readonly result: number }[];
  /** What one group comes to, where there is one. */
  resultOf(parts: Parts): number | undefined;
}

/** What the rows of each group come to; see {@linkcode grouped}. */
export function aggregated<const Parts extends GroupParts>(
  aggregate: Aggregate,
  value: Scaled | null,
  rows: number,
  partsOf: (row: number) => Parts | null,
): Aggregated<Parts> {
  const results = new Map(
    Array.from(
      grouped(value, rows, partsOf),
      ([key, { parts, values }]) => [key, { parts, result: reduced(aggregate, values) }],
    ),
  );
  return {
    groups: [...results.values()],
    resultOf: (parts) => results.get(groupKey(parts))?.result,
  };
}

function reduced(aggregate: Aggregate, numbers: number[]): number {
  switch (aggregate) {
    case "count":
      return numbers.length;
    case "sum":
      return numbers.reduce((sum, number) => sum + number, 0);
    case "mean":
      return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
    case "min":
      return numbers.reduce((least, number) => Math.min(least, number), Infinity);
    case "max":
      return numbers.reduce((most, number) => Math.max(most, number), -Infinity);
    case "median":
      return quantileOfSorted(Float64Array.from(numbers).sort(), 0.5);
  }
}

/** Hyndman and Fan's seventh definition, as numpy and R have it by default. */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!];
  return low + (high - low) * (place - below);
}
