import type pl from "nodejs-polars";
import type { Text } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { columnOf, type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import type { NumberSummary } from "../table/number_summary.ts";
import { type ColumnProfile, profileTable } from "../table/profile.ts";
import { axisOf, type Figure } from "./figure.ts";
import { histogramFigure, rowsName } from "./histogram_figure.ts";
import { informativeColumns } from "./informative_columns.ts";
import type { PreparedColumn } from "./prepared_value.ts";
import type { ShownColumn } from "./stored_table.ts";

/** A column with its role and what it holds. */
export type RoleProfile = ColumnProfile & Pick<PreparedColumn, "role">;

/** The profiles of a frame's columns. */
export function profileColumns(
  frame: pl.DataFrame,
  columns: readonly PreparedColumn[],
): RoleProfile[] {
  return profileTable(frame, columns).map((profile, index) => ({
    ...profile,
    role: columns[index]?.role ?? "ignored",
  }));
}

/** The title of {@linkcode profileTableColumns}. */
export const profileTitle: Text = { en: "Profile", zh: "概况" };

/** Profiles as columns of a table, one row a column. */
export function profileTableColumns(profiles: readonly RoleProfile[]): ShownColumn[] {
  const texts = (name: string, read: (profile: RoleProfile) => string): ShownColumn => ({
    name,
    type: "text",
    values: profiles.map(read),
  });
  const numbers = (
    name: string,
    read: (profile: RoleProfile) => number | undefined,
  ): ShownColumn => ({
    name,
    type: "number",
    values: profiles.map((profile) => read(profile) ?? null),
  });
  const quantile = (index: number) => ({ numbers }: { numbers?: NumberSummary }) =>
    numbers?.quantiles[index];
  return [
    texts("column", ({ name }) => name),
    texts("role", ({ role }) => role),
    texts("type", ({ type }) => type),
    numbers("holes %", ({ missingShare }) => Math.round(1000 * missingShare) / 10),
    numbers("distinct", ({ distinct }) => distinct),
    numbers("min", quantile(0)),
    numbers("5 %", quantile(2)),
    numbers("median", quantile(4)),
    numbers("95 %", quantile(6)),
    numbers("max", quantile(8)),
    numbers("mean", ({ numbers }) => numbers?.mean),
    numbers("sd", ({ numbers }) => numbers?.standardDeviation),
    texts(
      "frequent",
      ({ frequent = [] }) =>
        frequent.slice(0, 5).map(({ value, count }) => `${value} (${count})`).join(", "),
    ),
    texts("warnings", ({ warnings }) => warnings.map(({ message }) => message.en).join(" ")),
    texts("提示", ({ warnings }) => warnings.map(({ message }) => message.zh).join("")),
  ];
}

/** The share of missing cells among all features. */
export function missingShare(profiles: readonly RoleProfile[]): number {
  const features = profiles.filter(({ role }) => role === "feature");
  const missing = features.reduce((sum, profile) => sum + profile.missing, 0);
  const cells = features.reduce((sum, profile) => sum + profile.rows, 0);
  return missing / Math.max(1, cells);
}

/** The columns with the largest share of holes as bars; undefined where there is no hole. */
export function holesFigure(profiles: readonly RoleProfile[]): Figure | undefined {
  const holed = profiles.filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missingShare - a.missingShare);
  if (holed.length === 0) return undefined;
  const shown = holed.slice(0, 20);
  return {
    type: "bars",
    title: { en: "Holes", zh: "缺失值" },
    ...(holed.length > shown.length
      ? {
        caption: {
          en: `The ${shown.length} emptiest of ${holed.length} columns with holes.`,
          zh: `${holed.length} 个有缺失的列中最空的 ${shown.length} 个。`,
        },
      }
      : {}),
    value: axisOf({ en: "share of the rows, %", zh: "占行数的比例，%" }),
    bars: shown.map(({ name, missingShare }) => ({ name, value: 100 * missingShare })),
  };
}

/**
 * Histograms of the `count` features that tell most.
 *
 * @param labelled The rows that `labels` are for; without labels all rows are looked at.
 */
export function featureFigures(
  matrix: FeatureMatrix,
  labels: Labels | null,
  labelled: Int32Array,
  count: number,
): Figure[] {
  const judged = labels ? takeRows(matrix, labelled) : matrix;
  return informativeColumns(judged, labels).slice(0, count).flatMap((index) => {
    const name = matrix.names[index]!;
    const title = { en: name, zh: name };
    const figure = histogramFigure(title, name, [
      { name: rowsName, values: columnOf(matrix, index) },
    ]);
    return figure ? [figure] : [];
  });
}
