import { readFileSync } from "node:fs";
import assert from "node:assert/strict";
import pl from "nodejs-polars";
import type { TableColumn } from "@/pipeline/table/column_type.ts";
import { HealerError } from "@/pipeline/problem.ts";

/** The cells of one column; the type of the first that is not null is the column's. */
export type Cells = readonly (number | string | boolean | null)[];

/** A frame as the readers give it: float64, booleans and text with nulls. */
export function frameOf(...columns: (readonly [name: string, cells: Cells])[]): pl.DataFrame {
  const frame = pl.DataFrame(columns.map(([, cells], index) => {
    const first = cells.find((cell) => cell !== null);
    const type = typeof first === "string"
      ? pl.Utf8
      : typeof first === "boolean"
      ? pl.Bool
      : pl.Float64;
    return pl.Series(`${index}`, [...cells], type);
  }));
  // Polars renames a column without a name while it builds a frame, but not afterwards.
  frame.columns = columns.map(([name]) => name);
  return frame;
}

/** The columns of `frame` with the types that its cells have. */
export function columnsOf(frame: pl.DataFrame): TableColumn[] {
  return frame.getColumns().map((series) => ({
    name: series.name,
    type: series.isString() ? "text" : series.isBoolean() ? "boolean" : "number",
  }));
}

/** A well-formed CSV file with all its numbers as float64. */
export function csvFrame(file: string): pl.DataFrame {
  const frame = pl.readCSV(readFileSync(file), { inferSchemaLength: 10_000 });
  return pl.DataFrame(
    frame.getColumns().map((series) => series.isNumeric() ? series.cast(pl.Float64) : series),
  );
}

/** The code of the problem that `run` throws, with its hint. */
export function problemOf(run: () => unknown): { code: string; message: string; hint: string } {
  try {
    run();
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    const { code, message, hint } = error.problem;
    for (const text of [message, hint]) assert.ok(text.en !== "" && text.zh !== "");
    return { code, message: message.en, hint: hint.en };
  }
  assert.fail("nothing was thrown");
}
