import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { Figure } from "./figure.ts";

/** So many columns are drawn, and so many runs of rows. */
const shownColumns = 40;
const runs = 48;

/**
 * Where cells of the features are missing: the emptiest columns in their order, the rows in theirs, taken together
 * in runs. Undefined where no cell is missing.
 */
export function missingMapFigure({ names, rows, values }: FeatureMatrix): Figure | undefined {
  const count = names.length;
  const bins = Math.min(runs, rows);
  const edges = Array.from({ length: bins + 1 }, (_, bin) => Math.round(bin * rows / bins));
  const missing = names.map(() => new Array<number>(bins).fill(0));
  for (let bin = 0; bin < bins; bin++) {
    for (let cell = edges[bin]! * count; cell < edges[bin + 1]! * count; cell++) {
      if (Number.isNaN(values[cell]!)) missing[cell % count]![bin]!++;
    }
  }
  const totals = missing.map((ofColumn) => ofColumn.reduce((sum, holes) => sum + holes, 0));
  const holed = [...totals.keys()].filter((column) => totals[column]! > 0);
  if (holed.length === 0) return undefined;
  const shown = holed.toSorted((a, b) => totals[b]! - totals[a]! || a - b).slice(0, shownColumns)
    .sort((a, b) => a - b);
  return {
    type: "missing-map",
    title: { en: "Where cells are missing", zh: "缺失值分布" },
    ...(shown.length < holed.length
      ? {
        caption: {
          en: `The ${shown.length} emptiest of ${holed.length} features with holes.`,
          zh: `${holed.length} 个有缺失的特征中最空的 ${shown.length} 个。`,
        },
      }
      : {}),
    columns: shown.map((column) => names[column]!),
    edges,
    shares: shown.map((column) =>
      missing[column]!.map((holes, bin) =>
        Number((holes / (edges[bin + 1]! - edges[bin]!)).toPrecision(4))
      )
    ),
  };
}
