import pl from "nodejs-polars";
import type { ColumnType } from "./column_type.ts";

/** What the values of a Parquet column are to a table; undefined for lists, structs, bytes and durations. */
export function naturalType({ variant }: pl.DataType): ColumnType | undefined {
  const name: string = variant;
  switch (name) {
    case "Null":
    case "Int8":
    case "Int16":
    case "Int32":
    case "Int64":
    case "UInt8":
    case "UInt16":
    case "UInt32":
    case "UInt64":
    case "Float32":
    case "Float64":
    case "Decimal":
      return "number";
    case "Bool":
      return "boolean";
    case "Date":
    case "Datetime":
    case "Time":
      return "time";
    case "Utf8":
    case "String":
    case "Categorical":
    case "Enum":
      return "text";
    default:
      return undefined;
  }
}

/**
 * A column as `wanted`, where Polars can do that by itself: Float64, Bool or Utf8. Undefined where its cells
 * must be parsed one by one, such as numbers written as text.
 */
export function castColumn(series: pl.Series, wanted: ColumnType): pl.Series | undefined {
  const natural = naturalType(series.dtype);
  if (wanted === "text" || wanted === "time") return textColumn(series);
  if (wanted === "number" && (natural === "number" || natural === "boolean")) {
    return series.cast(pl.Float64);
  }
  return wanted === "boolean" && natural === "boolean" ? series : undefined;
}

/** The cells of a column as text; null = missing, NaN among them. */
export function textCells(series: pl.Series): (string | null)[] {
  return series.dtype.variant.startsWith("Float")
    ? series.toArray().map((cell) => cell === null || Number.isNaN(cell) ? null : String(cell))
    : series.cast(pl.Utf8).toArray();
}

/** Floats are written as the CSV they came from had them: 1, not 1.0. */
function textColumn(series: pl.Series): pl.Series {
  return series.dtype.variant.startsWith("Float")
    ? pl.Series(series.name, textCells(series), pl.Utf8)
    : series.cast(pl.Utf8);
}
