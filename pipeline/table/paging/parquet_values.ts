import pl from "nodejs-polars";
import type { ColumnType } from "../column_type.ts";
import { naturalType } from "../parquet_columns.ts";
import type { ColumnValues } from "./column_values.ts";
import { FlagValues } from "./flag_values.ts";
import { IntegerValues } from "./integer_values.ts";
import { MomentValues, NumberValues } from "./number_values.ts";
import { noWord, WordValues } from "./word_values.ts";

/** Above so many texts Polars' dictionary is faster than a map of ours. */
const manyTexts = 20_000;

/** What a column of a Parquet file is; whatever has no type of its own is shown as text. */
export function typeOfSeries(series: pl.Series): ColumnType {
  return naturalType(series.dtype) ?? "text";
}

/** The values of a series. */
export function valuesOf(series: pl.Series): ColumnValues {
  const frame = pl.DataFrame([series.alias("c")]);
  const variant: string = series.dtype.variant;
  switch (variant) {
    case "Float32":
    case "Float64":
      return new NumberValues(floats(frame, variant === "Float32" ? pl.Float32 : pl.Float64));
    case "Int64":
    case "UInt64":
      return integers(frame, variant === "Int64" ? pl.Int64 : pl.UInt64);
    case "Bool":
    case "Boolean":
      return new FlagValues(typed(frame, pl.col("c").cast(pl.UInt8), 2, pl.UInt8, Uint8Array));
    case "Date":
    case "Datetime":
      return new MomentValues(moments(frame));
    case "Utf8":
    case "String":
    case "Categorical":
    case "Enum":
    case "Time":
      return words(frame);
    default:
      return naturalType(series.dtype) === "number"
        ? new NumberValues(floats(frame, pl.Float64))
        : WordValues.of(series.toArray().map(printed));
  }
}

function floats(frame: pl.DataFrame, type: pl.DataType): Float32Array | Float64Array {
  const cast = frame.select(pl.col("c").cast(type).fillNull(pl.lit(NaN).cast(type)));
  const values: unknown = cast.toSeries(0).toTypedArray();
  if (values instanceof Float32Array || values instanceof Float64Array) return values;
  throw new TypeError("Polars gave no floats.");
}

/** As doubles where all fit. */
function integers(frame: pl.DataFrame, type: pl.DataType): ColumnValues {
  const doubles = floats(frame, pl.Float64);
  if (doubles.every((value) => !(Math.abs(value) > Number.MAX_SAFE_INTEGER))) {
    return new NumberValues(doubles);
  }
  const cast = frame.select(pl.col("c").fillNull(pl.lit(0).cast(type)));
  const values: unknown = cast.toSeries(0).toTypedArray();
  const missing = typed(frame, pl.col("c").isNull().cast(pl.UInt8), 0, pl.UInt8, Uint8Array);
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) {
    return new IntegerValues(values, missing);
  }
  throw new TypeError("Polars gave no integers.");
}

function moments(frame: pl.DataFrame): Float32Array | Float64Array {
  return floats(frame.select(pl.col("c").cast(pl.Datetime("ms")).cast(pl.Int64)), pl.Float64);
}

function words(frame: pl.DataFrame): WordValues {
  if (frame.height <= manyTexts) {
    return WordValues.of(
      frame.select(pl.col("c").cast(pl.Utf8)).toSeries(0).toArray().map(printed),
    );
  }
  // Polars numbers the words of all columns it has met, with gaps between those of one.
  const coded = frame.select(pl.col("c").cast(pl.Utf8).cast(pl.Categorical));
  const code = pl.col("c").cast(pl.UInt32);
  const codes = typed(coded, code, noWord, pl.UInt32, Uint32Array);
  const different = coded.unique();
  const numbers = typed(different, code, noWord, pl.UInt32, Uint32Array);
  const texts = different.select(pl.col("c").cast(pl.Utf8)).toSeries(0).toArray();
  const places = new Map<number, number>();
  const known: string[] = [];
  numbers.forEach((number, index) => {
    const text: unknown = texts[index];
    if (typeof text === "string") places.set(number, known.push(text) - 1);
  });
  return new WordValues(codes.map((number) => places.get(number) ?? noWord), known);
}

function typed<Values extends Uint8Array | Uint32Array>(
  frame: pl.DataFrame,
  column: pl.Expr,
  forHoles: number,
  type: pl.DataType,
  Kind: { new (length: number): Values },
): Values {
  const series = frame.select(column.fillNull(pl.lit(forHoles).cast(type))).toSeries(0);
  const values: unknown = series.toTypedArray();
  if (values instanceof Kind) return values;
  throw new TypeError("Polars gave other values than were asked for.");
}

/** A list or struct as JSON, anything else as it prints itself. */
function printed(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
