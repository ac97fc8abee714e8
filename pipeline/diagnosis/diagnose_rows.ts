import type pl from "nodejs-polars";
import { topTwoClasses } from "../evaluation/confusion_matrix.ts";
import type { ModelCard } from "../model/model_card.ts";
import type { ModelFile } from "../model/model_file.ts";
import type { Text } from "../problem.ts";
import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import type { TableBatch } from "../table/open_table.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import type { Judge, Judgement } from "./judge.ts";
import { judgementWarning } from "./judgement_warnings.ts";
import type { RowsForModel } from "./open_rows.ts";
import type { Verdict } from "./verdict.ts";

/** Seconds spent in each part of the work so far. */
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
  /** n×d row-major: the features of these rows as the model reads them. */
  readonly values: Float32Array;
  /** For each row of `frame` its index in `batch`. */
  readonly frameRows: Int32Array;
}

/** The share of empty features above which a row is warned about. */
const manyHoles = 0.5;

/**
 * Diagnoses a table batch by batch: in input order, one diagnosis for each input row, in bounded memory.
 *
 * @throws {HealerError} where the file breaks off or the model cannot run.
 */
export async function* diagnoseRows(
  { card, model }: ModelFile,
  { source, idColumn }: RowsForModel,
  judge: Judge,
  times: DiagnosisTimes = { reading: 0, onnx: 0, judging: 0 },
): AsyncGenerator<DiagnosedBatch> {
  const features = card.features.map((feature) => feature.name);
  const featureSet = new Set(features);
  let started = performance.now();
  for await (const read of source.batches()) {
    const { matrix } = toFeatureMatrix(read.frame, features);
    const ids = idColumn === null ? null : textCells(read.frame, idColumn);
    const rowCount = read.frame.height + read.badRows.length;
    const order = mergeOrder(read);
    const warnings = warningsOf(read, order, featureSet);
    const afterReading = performance.now();
    times.reading += (afterReading - started) / 1000;

    const answers = await model.runProbabilities(matrix.values, matrix.rows);
    const afterOnnx = performance.now();
    times.onnx += (afterOnnx - afterReading) / 1000;
    const judged = judge.judge(matrix.values, answers, matrix.rows);
    times.judging += (performance.now() - afterOnnx) / 1000;

    const result = spread(order.frameRows, rowCount, card, answers);
    addHoleWarnings(matrix.values, features.length, order.frameRows, warnings);
    addJudgementWarnings(
      judged,
      order.frameRows,
      card,
      result.diagnosis,
      judge.errorRate,
      warnings,
    );
    yield {
      batch: {
        rows: rowCount,
        ids: order.positions.map((position, row) => {
          const frameRow = order.frameRowOf[row]!;
          return (frameRow >= 0 ? ids?.[frameRow] : undefined) ??
            (idColumn === null ? String(position) : "");
        }),
        ...result,
        judgement: spreadJudgement(judged, order.frameRows, rowCount, card.classes.length),
        warnings,
        fraction: source.bytes === 0 ? 1 : read.bytesRead / source.bytes,
      },
      frame: read.frame,
      values: matrix.values,
      frameRows: order.frameRows,
    };
    started = performance.now();
  }
}

/** The cells of a column as text; null where a cell is empty. */
export function textCells(frame: pl.DataFrame, column: string): (string | null)[] {
  return frame.getColumn(column).toArray().map((cell: unknown) =>
    cell === null ? null : String(cell)
  );
}

interface MergeOrder {
  /** Position in the file of every row of the batch, ascending. */
  readonly positions: number[];
  /** Batch row → frame row, or -1 for an unreadable row. */
  readonly frameRowOf: Int32Array;
  /** Frame row → batch row. */
  readonly frameRows: Int32Array;
  /** Position in the file → batch row. */
  readonly rowAt: (position: number) => number;
}

/** Weaves readable and unreadable rows back into the order of the file. */
function mergeOrder(read: TableBatch): MergeOrder {
  const positions = [...read.positions, ...read.badRows.map((bad) => bad.row)].sort((a, b) =>
    a - b
  );
  const frameRowOf = new Int32Array(positions.length).fill(-1);
  const frameRows = new Int32Array(read.positions.length);
  let frameRow = 0;
  for (const [row, position] of positions.entries()) {
    if (read.positions[frameRow] !== position) continue;
    frameRowOf[row] = frameRow;
    frameRows[frameRow++] = row;
  }
  const rows = new Map<number, number>();
  if (read.badRows.length + read.badCells.length > 0) {
    for (const [row, position] of positions.entries()) rows.set(position, row);
  }
  return { positions, frameRowOf, frameRows, rowAt: (position) => rows.get(position) ?? 0 };
}

function warningsOf(
  read: TableBatch,
  order: MergeOrder,
  features: ReadonlySet<string>,
): Map<number, Text[]> {
  const warnings = new Map<number, Text[]>();
  for (const bad of read.badRows) {
    warn(warnings, order.rowAt(bad.row), {
      en: `line ${bad.line} was not read: ${bad.reason.message.en}`,
      zh: `第 ${bad.line} 行未能读取：${bad.reason.message.zh}`,
    });
  }
  for (const bad of read.badCells) {
    if (!features.has(bad.column)) continue;
    warn(warnings, order.rowAt(bad.row), {
      en: `${bad.column}: "${bad.raw}" was read as missing`,
      zh: `${bad.column}：“${bad.raw}”按缺失处理`,
    });
  }
  return warnings;
}

function addHoleWarnings(
  values: Float32Array,
  width: number,
  frameRows: Int32Array,
  warnings: Map<number, Text[]>,
): void {
  for (const [frameRow, row] of frameRows.entries()) {
    let holes = 0;
    for (let cell = frameRow * width; cell < (frameRow + 1) * width; cell++) {
      if (Number.isNaN(values[cell])) holes++;
    }
    if (holes > manyHoles * width) {
      warn(warnings, row, {
        en: `${holes} of ${width} features are missing`,
        zh: `${width} 个特征中缺失 ${holes} 个`,
      });
    }
  }
}

function addJudgementWarnings(
  judgement: Judgement,
  frameRows: Int32Array,
  { classes }: ModelCard,
  diagnosis: readonly (string | null)[],
  errorRate: number,
  warnings: Map<number, Text[]>,
): void {
  for (const [frameRow, row] of frameRows.entries()) {
    const warning = judgementWarning(judgement, frameRow, classes, diagnosis[row] ?? "", errorRate);
    if (warning !== null) warn(warnings, row, warning);
  }
}

function warn(warnings: Map<number, Text[]>, row: number, warning: Text): void {
  const known = warnings.get(row);
  if (known) known.push(warning);
  else warnings.set(row, [warning]);
}

/** Puts the judgements at the batch rows they belong to. */
function spreadJudgement(
  { sets, novelty, verdicts }: Judgement,
  frameRows: Int32Array,
  rows: number,
  width: number,
): Judgement {
  const all: (Verdict | null)[] = new Array(rows).fill("unread");
  const allSets = sets === null ? null : new Uint8Array(rows * width);
  const allNovelty = novelty === null ? null : new Float32Array(rows).fill(NaN);
  for (const [frameRow, row] of frameRows.entries()) {
    all[row] = verdicts[frameRow] ?? null;
    if (sets !== null) {
      allSets?.set(sets.subarray(frameRow * width, (frameRow + 1) * width), row * width);
    }
    if (allNovelty !== null) allNovelty[row] = novelty?.[frameRow] ?? NaN;
  }
  return { sets: allSets, novelty: allNovelty, verdicts: all };
}

/** Puts the model's answers at the batch rows they belong to. */
function spread(
  frameRows: Int32Array,
  rows: number,
  { classes, decision_weights: weights }: ModelCard,
  answers: Float32Array,
): Pick<DiagnosisBatch, "diagnosis" | "confidence" | "runnerUp" | "probabilities"> {
  const width = classes.length;
  const diagnosis: (string | null)[] = new Array(rows).fill(null);
  const runnerUp: (string | null)[] = new Array(rows).fill(null);
  const confidence = new Float32Array(rows).fill(NaN);
  const probabilities = new Float32Array(rows * width).fill(NaN);
  for (const [frameRow, row] of frameRows.entries()) {
    const own = answers.subarray(frameRow * width, (frameRow + 1) * width);
    probabilities.set(own, row * width);
    const { first, second } = topTwoClasses(own, width, 0, weights);
    diagnosis[row] = classes[first] ?? null;
    confidence[row] = own[first]!;
    runnerUp[row] = classes[second] ?? null;
  }
  return { diagnosis, confidence, runnerUp, probabilities };
}
