import type pl from "nodejs-polars";
import { textCells } from "../diagnosis/diagnose_rows.ts";
import { HealerError, type Notice } from "../problem.ts";
import { takeRows } from "../table/feature_matrix.ts";
import { FrameColumns } from "../table/frame_columns.ts";
import { numbersOf, toFeatureMatrix } from "../table/frame_to_matrix.ts";
import { isNormalLabel } from "../table/normal_label.ts";
import { timesOf } from "../table/time_values.ts";
import type { Axis } from "./figure.ts";
import { informativeColumns } from "./informative_columns.ts";
import { labelledRows, usableLabels } from "./label_rows.ts";
import { columnsWithRole, columnWithRole, type PreparedColumn } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";

/** A column on a scale; NaN = nothing to draw. */
export interface Scaled {
  readonly name: string;
  readonly scale: Axis["scale"];
  readonly values: Float64Array;
}

/** A column as categories; those beyond the most frequent ones are one, "…". */
export interface Categories {
  readonly name: string;
  /** One a row; null = missing. */
  readonly cells: readonly (string | null)[];
  /** The most frequent first. */
  readonly names: readonly string[];
  /** Those that are not shown by themselves, the most frequent first. */
  readonly others: readonly string[];
}

/** Stands for all categories beyond those shown. */
export const otherCategories = "…";

/** A text column with more values than these divides rows into nothing that can be drawn. */
const dividing = 40;

/** The columns of a table as a chart wants them. */
export class ChartColumns {
  private readonly columns: FrameColumns;

  constructor(
    private readonly frame: pl.DataFrame,
    private readonly known: readonly PreparedColumn[],
    private readonly notice: (notice: Notice) => void,
  ) {
    this.columns = new FrameColumns(frame);
  }

  /** How many rows there are. */
  get rows(): number {
    return this.frame.height;
  }

  /** The first column of times; undefined where there is none. */
  get time(): string | undefined {
    return columnWithRole(this.known, "time") ??
      this.known.find(({ type }) => type === "time")?.name;
  }

  /** Whether a column holds texts or truth values, which stand on no scale. */
  isCategorical(name: string): boolean {
    const type = this.known.find((column) => column.name === name)?.type;
    return type === "text" || type === "boolean";
  }

  /**
   * The column that a param names, as numbers or times; where it names none, the `rank`-th of the features
   * that tell most.
   *
   * @throws {HealerError} `role/absent-column`, `cells/not-numeric`, `cells/nothing-to-draw`
   */
  scaled(
    param: string,
    wanted: string | null,
    rank: number,
    scale: "linear" | "log" = "linear",
  ): Scaled {
    const name = wanted ?? this.informative(param, rank);
    const series = this.columns.get(name, param);
    const type = this.known.find((column) => column.name === name)?.type;
    if (type === "text") throw new HealerError(cellProblem.notNumeric(param, name));
    if (type === "time") {
      return { name, scale: "time", values: timesOf(this.frame, { name, type }) };
    }
    const values = numbersOf(series).map((value) => Number.isFinite(value) ? value : NaN);
    return { name, scale, values: scale === "log" ? this.positive(name, values) : values };
  }

  /**
   * The column that a param names, as categories; where it names none, the label, or else the text column with the
   * fewest values.
   *
   * @param hasOthers Whether all beyond the most frequent ones are one category, "…"; without it they are missing.
   * @throws {HealerError} `role/absent-column`, `cells/nothing-to-draw`
   */
  categories(param: string, wanted: string | null, most: number, hasOthers = true): Categories {
    const name = wanted ?? this.divider();
    if (name === undefined) throw new HealerError(cellProblem.nothingToDraw(param));
    this.columns.get(name, param);
    const cells = textCells(this.frame, name);
    const names = byFrequency(cells);
    // What is normal is grey, and takes no colour from the others.
    const room = hasOthers && names.some(isNormalLabel) ? most + 1 : most;
    if (names.length <= room) return { name, cells, names, others: [] };
    const shown = names.slice(0, hasOthers ? room - 1 : room);
    const isShown = new Set(shown);
    const other = hasOthers ? otherCategories : null;
    return {
      name,
      cells: cells.map((cell) => cell === null || isShown.has(cell) ? cell : other),
      names: hasOthers ? [...shown, otherCategories] : shown,
      others: names.slice(shown.length),
    };
  }

  /** The name of the column that divides the rows best where nobody named one; undefined where none does. */
  divider(): string | undefined {
    const label = columnWithRole(this.known, "label");
    if (label !== null) return label;
    const counted = this.known
      .filter(({ name, role }) => this.isCategorical(name) && role !== "id")
      .map(({ name }) => ({ name, values: byFrequency(textCells(this.frame, name)).length }))
      .filter(({ values }) => values > 0 && values <= dividing);
    return counted.sort((a, b) => a.values - b.values)[0]?.name;
  }

  private informative(param: string, rank: number): string {
    const features = columnsWithRole(this.known, "feature");
    const { matrix } = toFeatureMatrix(this.frame, features);
    const label = columnWithRole(this.known, "label");
    const labelled = label === null ? new Int32Array() : labelledRows(this.frame, label);
    const labels = label === null ? null : usableLabels(this.frame, label, labelled);
    const order = informativeColumns(labels ? takeRows(matrix, labelled) : matrix, labels);
    const numeric = this.known.filter(({ type, role }) => type === "number" && role !== "id");
    const name = features[order[Math.min(rank, order.length - 1)] ?? -1] ??
      numeric[Math.min(rank, numeric.length - 1)]?.name;
    if (name === undefined) throw new HealerError(cellProblem.nothingToDraw(param));
    return name;
  }

  private positive(name: string, values: Float64Array): Float64Array {
    const left = values.filter((value) => value <= 0).length;
    if (left > 0) {
      this.notice({
        code: "cells/not-positive",
        message: {
          en: `${left} values of "${name}" are not above zero and cannot stand on a logarithmic ` +
            "scale.",
          zh: `“${name}”中有 ${left} 个值不大于零，无法在对数刻度上显示。`,
        },
      });
    }
    return values.map((value) => value > 0 ? value : NaN);
  }
}

/** The values of a column, the most frequent first, holes left out. */
function byFrequency(cells: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}
