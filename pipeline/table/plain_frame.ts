import pl from "nodejs-polars";
import { HealerError, type Notice } from "../problem.ts";
import { nameList } from "../name_list.ts";
import { float32Limit } from "./cell.ts";
import { ColumnGuess, missingWords } from "./column_guess.ts";
import type { TableColumn } from "./column_type.ts";
import { naturalType, textCells } from "./parquet_columns.ts";
import { plainNames } from "./plain_names.ts";
import { tableProblem } from "./problems.ts";

/** A frame as tables hold it: numbers as Float64, times and texts as Utf8, booleans; null = missing. */
export interface PlainFrame {
  readonly frame: pl.DataFrame;
  readonly columns: readonly TableColumn[];
  readonly notices: readonly Notice[];
}

/** How many rows are looked at to tell times from other texts. */
const sampleRows = 1000;

/**
 * Makes any frame one that a table can be: numbers that float32 cannot hold become missing, times ISO 8601 in UTC,
 * durations seconds.
 *
 * @throws {HealerError} `table/nested-columns` where a column holds lists, structs or bytes
 */
export function plainFrame(frame: pl.DataFrame): PlainFrame {
  const nested = frame.columns.filter((_, index) => plainType(frame.toSeries(index)) === undefined);
  if (nested.length > 0) throw new HealerError(tableProblem.nestedColumns(nested));
  const names = plainNames(frame.width);
  const tooLarge: string[] = [];
  const columns = frame.columns.map((name, index) => {
    const series = frame.toSeries(index).alias(names[index] ?? "");
    const type = plainType(series) ?? "text";
    const plain = plainSeries(series);
    if (type === "number" && plain.nullCount() > series.nullCount() + nanCount(series)) {
      tooLarge.push(name);
    }
    return { name, type, plain };
  });
  const result = pl.DataFrame(columns.map(({ plain }) => plain));
  result.columns = frame.columns;
  return {
    frame: result,
    columns: columns.map(({ name, type }) => ({ name, type })),
    notices: tooLarge.length === 0 ? [] : [tooLargeNotice(tooLarge)],
  };
}

function variantOf({ dtype }: pl.Series): string {
  return dtype.variant;
}

function plainType(series: pl.Series): TableColumn["type"] | undefined {
  const variant = variantOf(series);
  if (variant === "Duration") return "number";
  const type = variant === "Time" ? "text" : naturalType(series.dtype);
  return type === "text" && holdsTimes(series) ? "time" : type;
}

/** Whether texts are times, as an import finds out. */
function holdsTimes(series: pl.Series): boolean {
  const guess = new ColumnGuess(missingWords([""]), ".");
  for (const cell of textCells(series.head(sampleRows))) guess.add(cell ?? "");
  return guess.type() === "time";
}

function plainSeries(series: pl.Series): pl.Series {
  switch (variantOf(series) === "Duration" ? "number" : naturalType(series.dtype)) {
    case "number":
      return numbers(series);
    case "time":
      return times(series);
    case "boolean":
      return series;
    default:
      return series.cast(pl.Utf8);
  }
}

function numbers(series: pl.Series): pl.Series {
  const floats = variantOf(series) === "Duration" ? seconds(series) : series.cast(pl.Float64);
  const { name } = floats;
  // NaN is not below the limit, either.
  const fits = pl.col(name).lt(pl.lit(float32Limit)).and(pl.col(name).gt(pl.lit(-float32Limit)))
    .and(pl.col(name).isNotNan());
  return floats.toFrame().select(
    pl.when(fits).then(pl.col(name)).otherwise(pl.lit(null)).cast(pl.Float64).alias(name),
  ).toSeries(0);
}

function seconds(series: pl.Series): pl.Series {
  const { name } = series;
  // The unit that its type names is not always the true one; a cast knows better.
  const microseconds = pl.col(name).cast(pl.Duration("us")).cast(pl.Int64).cast(pl.Float64);
  return series.toFrame().select(microseconds.div(pl.lit(1e6)).alias(name)).toSeries(0);
}

/** `2026-03-01 08:15:00`, with a fraction where one of them has one; days alone as `2026-03-01`. */
function times(series: pl.Series): pl.Series {
  const { name } = series;
  const texts = series.cast(pl.Utf8);
  if (variantOf(series) !== "Datetime") return texts;
  const hasFraction = texts.toFrame()
    .select(pl.col(name).str.contains("\\.[0-9]*[1-9]").any().alias(name)).row(0)[0];
  return hasFraction ? texts : texts.toFrame()
    .select(pl.col(name).str.replace("\\.[0-9]+.*$", "").alias(name)).toSeries(0);
}

function nanCount(series: pl.Series): number {
  if (!variantOf(series).startsWith("Float")) return 0;
  return Number(
    series.toFrame().select(pl.col(series.name).isNan().sum().alias("count")).row(0)[0] ?? 0,
  );
}

function tooLargeNotice(names: readonly string[]): Notice {
  const list = nameList(names);
  return {
    code: "table/too-large-numbers",
    message: {
      en: `Infinite numbers, or numbers beyond 3.4e38, were taken as missing: ${list.en}.`,
      zh: `无穷大或超过 3.4e38 的数值按缺失处理：${list.zh}。`,
    },
  };
}
