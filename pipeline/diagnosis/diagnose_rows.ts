import type pl from "nodejs-polars";
import type { ModelCard } from "../model/model_card.ts";
import type { ModelFile } from "../model/model_file.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { float32Frame, toFeatureMatrix } from "../table/frame_to_matrix.ts";
import type { TableBatch } from "../table/open_table.ts";
import { BackgroundJudge } from "./background_judge.ts";
import { type BatchOrder, batchOrder } from "./batch_order.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import type { Judge } from "./judge.ts";
import { type JudgedRows, judgeRows } from "./judged_rows.ts";
import type { RowsForModel } from "./open_rows.ts";
import {
  addHoleWarnings,
  addJudgementWarnings,
  addReachWarnings,
  readingWarnings,
  type RowWarnings,
} from "./row_warnings.ts";
import { spreadAnswers, spreadJudgement } from "./spread_answers.ts";
import { type TrainingReach, trainingReach } from "./training_reach.ts";

/** Seconds spent in each part of the work so far; parts may go on at the same time. */
export interface DiagnosisTimes {
  reading: number;
  onnx: number;
  judging: number;
}

/** A batch of diagnoses and the frame it was made from, for callers that need more columns of the rows. */
export interface DiagnosedBatch {
  readonly batch: DiagnosisBatch;
  /** The rows that could be read. */
  readonly frame: pl.DataFrame;
  /** The features of these rows as float32, null = missing, under plain names in the order of the model. */
  readonly features: pl.DataFrame;
  /** n×d row-major: the same as the model reads them. */
  readonly values: Float32Array;
  /** For each row of `frame` its index in `batch`. */
  readonly frameRows: Int32Array;
}

/** With fewer rows to come a thread of its own would start for too little. */
const rowsWorthThread = 20_000;

/** So many batches may be read ahead of the one that is being diagnosed. */
const readAhead = 2;

/**
 * Diagnoses a table batch by batch: in input order, one diagnosis for each input row, in bounded memory. The
 * first batch is diagnosed at once; where many rows follow, they are while the next ones are read.
 *
 * @throws {HealerError} where the file breaks off or the model cannot run.
 */
export async function* diagnoseRows(
  model: ModelFile,
  rows: RowsForModel,
  judge: Judge,
  times: DiagnosisTimes = { reading: 0, onnx: 0, judging: 0 },
): AsyncGenerator<DiagnosedBatch> {
  const { source } = rows;
  const summary = model.summary();
  const reach = summary && trainingReach(summary);
  const waiting: { readonly read: ReadRows; readonly judged: Promise<JudgedRows> }[] = [];
  const next = async (): Promise<DiagnosedBatch[]> => {
    const first = waiting.shift();
    if (first === undefined) return [];
    const judged = await first.judged;
    times.onnx += judged.seconds.onnx;
    times.judging += judged.seconds.judging;
    return [diagnosed(first.read, judged, model.card, judge.errorRate, reach)];
  };
  await using stack = new AsyncDisposableStack();
  let background: BackgroundJudge | undefined;
  let started = performance.now();
  let rowsRead = 0;
  for await (const table of source.batches()) {
    const read = readRows(table, rows, model.card);
    times.reading += (performance.now() - started) / 1000;
    rowsRead += read.rows;
    const { values, rows: count } = read.matrix;
    if (background === undefined) {
      waiting.push({ read, judged: judgeRows(model, judge, values, count) });
      if (isWorthThread(rowsRead, read.fraction)) {
        background = stack.use(new BackgroundJudge(model, judge));
      }
      yield* await next();
    } else {
      waiting.push({ read, judged: background.judge(values, count) });
      if (waiting.length > readAhead) yield* await next();
    }
    started = performance.now();
  }
  while (waiting.length > 0) yield* await next();
}

function isWorthThread(rowsRead: number, fraction: number): boolean {
  return navigator.hardwareConcurrency > 1 && rowsRead * (1 / fraction - 1) >= rowsWorthThread;
}

/** The cells of a column as text; null where a cell is empty. */
export function textCells(frame: pl.DataFrame, column: string): (string | null)[] {
  return frame.getColumn(column).toArray().map((cell: unknown) =>
    cell === null ? null : String(cell)
  );
}

/** A batch that has been read but not diagnosed. */
interface ReadRows {
  readonly frame: pl.DataFrame;
  readonly features: pl.DataFrame;
  readonly matrix: FeatureMatrix;
  /** How many rows there are, unread ones included. */
  readonly rows: number;
  readonly ids: readonly string[];
  readonly order: BatchOrder;
  readonly warnings: RowWarnings;
  readonly fraction: number;
}

function readRows(
  table: TableBatch,
  { source, idColumn }: RowsForModel,
  card: ModelCard,
): ReadRows {
  const { frame } = table;
  const names = card.features.map(({ name }) => name);
  const features = float32Frame(frame, names);
  const order = batchOrder(table);
  const ids = idColumn === null ? null : textCells(frame, idColumn);
  return {
    frame,
    features,
    matrix: toFeatureMatrix(features, features.columns).matrix,
    rows: order.positions.length,
    ids: order.positions.map((position, row) => {
      const frameRow = order.frameRowOf[row]!;
      return (frameRow >= 0 ? ids?.[frameRow] : undefined) ??
        (idColumn === null ? String(position) : "");
    }),
    order,
    warnings: readingWarnings(table, order, new Set(names)),
    fraction: source.bytes === 0 ? 1 : table.bytesRead / source.bytes,
  };
}

function diagnosed(
  { frame, features, matrix, rows, ids, order, warnings, fraction }: ReadRows,
  { probabilities, judgement }: JudgedRows,
  card: ModelCard,
  errorRate: number,
  reach: TrainingReach | null,
): DiagnosedBatch {
  const { frameRows } = order;
  const answers = spreadAnswers(frameRows, rows, card, probabilities);
  addHoleWarnings(matrix.values, matrix.names.length, frameRows, warnings);
  if (reach !== null) addReachWarnings(matrix.values, reach, frameRows, warnings);
  addJudgementWarnings(judgement, frameRows, card, answers.diagnosis, errorRate, warnings);
  return {
    batch: {
      rows,
      ids,
      ...answers,
      judgement: spreadJudgement(judgement, frameRows, rows, card.classes.length),
      warnings,
      fraction,
    },
    frame,
    features,
    values: matrix.values,
    frameRows,
  };
}
