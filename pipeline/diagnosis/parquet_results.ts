import pl from "nodejs-polars";
import { ParquetParts } from "../table/parquet_parts.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import {
  detailsOf,
  resultHeader,
  type ResultLayout,
  type ResultWriter,
  warningText,
} from "./result_writer.ts";

/** What a table without rows gives: a Parquet file must still have its columns. */
const noRows: DiagnosisBatch = {
  rows: 0,
  ids: [],
  diagnosis: [],
  confidence: new Float32Array(),
  runnerUp: [],
  probabilities: new Float32Array(),
  judgement: { sets: null, novelty: null, verdicts: [] },
  warnings: new Map(),
  fraction: 1,
};

/** A result as Parquet: text columns as they are, probabilities as float32. */
export async function openParquetResults(
  path: string,
  layout: ResultLayout,
): Promise<ResultWriter> {
  const parts = await ParquetParts.create(path);
  const header = resultHeader(layout);

  const frameOf = (batch: DiagnosisBatch): pl.DataFrame => {
    const width = layout.classes.length;
    const rows = Array.from({ length: batch.rows }, (_, row) => row);
    const floats = (values: Float32Array, start = 0, step = 1): pl.Series => {
      const column = new Float32Array(batch.rows);
      for (let row = 0; row < batch.rows; row++) column[row] = values[start + row * step]!;
      return floatSeries(column);
    };
    const columns: pl.Series[] = [
      pl.Series("", [...batch.ids], pl.Utf8),
      pl.Series("", [...batch.diagnosis], pl.Utf8),
      floats(batch.confidence),
      pl.Series("", [...batch.runnerUp], pl.Utf8),
      ...layout.classes.map((_, index) => floats(batch.probabilities, index, width)),
      pl.Series("", rows.map((row) => warningText(batch, row, layout.language)), pl.Utf8),
    ];
    if (layout.details) {
      const details = rows.map((row) => detailsOf(batch, row, layout.classes));
      columns.push(
        pl.Series("", details.map(({ verdict }) => verdict), pl.Utf8),
        pl.Series("", details.map(({ predictionSet }) => predictionSet), pl.Utf8),
        floatSeries(Float32Array.from(details, ({ novelty }) => novelty ?? NaN)),
      );
    }
    return pl.DataFrame(columns.map((column, index) => column.alias(header[index] ?? "")));
  };

  let empty = true;
  const append = async (batch: DiagnosisBatch): Promise<void> => {
    await parts.append(frameOf(batch));
    empty = false;
  };
  return {
    write: append,
    finish: async () => {
      if (empty) await append(noRows);
      await parts.finish();
    },
    [Symbol.asyncDispose]: async () => await parts[Symbol.asyncDispose](),
  };
}

/** NaN becomes null. */
function floatSeries(values: Float32Array): pl.Series {
  const series = pl.Series("float", values);
  if (!values.some(Number.isNaN)) return series;
  return series.toFrame().select(pl.col("float").fillNan(pl.lit(null))).toSeries(0);
}
