import type pl from "nodejs-polars";
import { numbersOf } from "./frame_to_matrix.ts";
import { FrameColumns } from "./frame_columns.ts";
import type { TableColumn } from "./column_type.ts";

const iso =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/**
 * The times in a column, NaN = missing: numbers as they are, texts in ISO 8601 order (those the table reader
 * takes for times) as milliseconds since 1970, UTC where they name no zone.
 *
 * @throws {HealerError} `role/absent-column`
 */
export function timesOf(frame: pl.DataFrame, { name, type }: TableColumn): Float64Array {
  const series = new FrameColumns(frame).get(name);
  if (type === "number") return numbersOf(series);
  const cells: unknown[] = series.toArray();
  return Float64Array.from(cells, (cell) => cell === null ? NaN : timeOf(String(cell)));
}

function timeOf(cell: string): number {
  const parts = iso.exec(cell.trim());
  if (parts === null) return NaN;
  const [, year, month, day, hour = "0", minute = "0", second = "0", zone = "Z"] = parts;
  const seconds = Number(second.replace(",", "."));
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) +
    1000 * seconds - zoneOffset(zone);
}

/** Milliseconds that a zone such as `+08:00` is ahead of UTC. */
function zoneOffset(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  const ahead = 60_000 * (60 * Number(hours) + Number(minutes));
  return sign === "-" ? -ahead : sign === "+" ? ahead : 0;
}
