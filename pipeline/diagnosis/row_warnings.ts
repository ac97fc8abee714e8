import type { ModelCard } from "../model/model_card.ts";
import type { Text } from "../problem.ts";
import type { TableBatch } from "../table/open_table.ts";
import type { BatchOrder } from "./batch_order.ts";
import type { Judgement } from "./judge.ts";
import { judgementWarning } from "./judgement_warnings.ts";
import { countFar, type TrainingReach } from "./training_reach.ts";

/** The share of empty features above which a row is warned about. */
const manyHoles = 0.5;

/** The share of features far from the training data above which a row is warned about. */
const manyFar = 0.5;

/** Batch row → what is to be said of it. */
export type RowWarnings = Map<number, Text[]>;

/** What reading gives reason to warn of: rows and cells that could not be read. */
export function readingWarnings(
  read: TableBatch,
  order: BatchOrder,
  features: ReadonlySet<string>,
): RowWarnings {
  const warnings = new Map();
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

/** Warns of rows that are mostly holes. */
export function addHoleWarnings(
  values: Float32Array,
  width: number,
  frameRows: Int32Array,
  warnings: RowWarnings,
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

/** Warns of rows that lie mostly where training saw nothing: a known fault of other days, or none that is known. */
export function addReachWarnings(
  values: Float32Array,
  reach: TrainingReach,
  frameRows: Int32Array,
  warnings: RowWarnings,
): void {
  const width = reach.least.length;
  for (const [frameRow, row] of frameRows.entries()) {
    const far = countFar(values, frameRow, reach);
    if (far > manyFar * width) {
      warn(warnings, row, {
        en: `${far} of ${width} features lie far outside the training data`,
        zh: `${width} 个特征中有 ${far} 个远超出训练数据的范围`,
      });
    }
  }
}

/** Warns of rows that may have other classes, or none that is known. */
export function addJudgementWarnings(
  judgement: Judgement,
  frameRows: Int32Array,
  { classes }: ModelCard,
  diagnosis: readonly (string | null)[],
  errorRate: number,
  warnings: RowWarnings,
): void {
  for (const [frameRow, row] of frameRows.entries()) {
    const warning = judgementWarning(judgement, frameRow, classes, diagnosis[row] ?? "", errorRate);
    if (warning !== null) warn(warnings, row, warning);
  }
}

function warn(warnings: RowWarnings, row: number, warning: Text): void {
  const known = warnings.get(row);
  if (known) known.push(warning);
  else warnings.set(row, [warning]);
}
