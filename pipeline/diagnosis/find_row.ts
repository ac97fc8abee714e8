import { closestNames } from "../closest_names.ts";
import type { ModelCard } from "../model/model_card.ts";
import { HealerError, type Notice } from "../problem.ts";
import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import type { TableBatch } from "../table/open_table.ts";
import { textCells } from "./diagnose_rows.ts";
import type { RowsForModel } from "./open_rows.ts";
import { diagnosisProblem } from "./problems.ts";

/** One row of a table. */
export interface FoundRow {
  /** The cell of the id column, or the row's number where there is none. */
  readonly id: string;
  /** From 1, unreadable rows counted. */
  readonly position: number;
  /** The features of the model in their order, NaN = missing. */
  readonly values: Float32Array;
  readonly notices: readonly Notice[];
}

/** So many ids are looked through for one that may have been meant. */
const mostCompared = 10_000;

/**
 * The row that `wanted` names: by the cell of its id column, the first one where ids repeat, or else by its
 * number from 1.
 *
 * @throws {HealerError} `diagnosis/no-such-row`, `diagnosis/unread-row`, or where the file breaks off
 */
export async function findRow(
  card: ModelCard,
  { source, idColumn }: RowsForModel,
  wanted: string,
  path: string,
): Promise<FoundRow> {
  const number = /^[1-9]\d*$/.test(wanted) ? Number(wanted) : undefined;
  const seen: string[] = [];
  let byId: FoundRow | undefined, byNumber: FoundRow | undefined;
  let unread: HealerError | undefined;
  let same = 0, rows = 0;
  for await (const batch of source.batches()) {
    const ids = idColumn === null ? null : textCells(batch.frame, idColumn);
    const rowAt = (index: number): FoundRow => rowOf(batch, index, card, ids?.[index]);
    for (const [index, id] of ids?.entries() ?? []) {
      if (id === wanted) {
        byId ??= rowAt(index);
        same++;
      } else if (id !== null && seen.length < mostCompared) seen.push(id);
    }
    const index = number === undefined ? -1 : batch.positions.indexOf(number);
    if (index >= 0) byNumber = rowAt(index);
    const bad = batch.badRows.find(({ row }) => row === number);
    if (bad) {
      unread = new HealerError(diagnosisProblem.unreadRow(path, bad.line, bad.reason.message));
    }
    rows += batch.positions.length + batch.badRows.length;
    // Without ids there is nothing to look for further on.
    if (idColumn === null && (byNumber || unread)) break;
  }
  if (byId) {
    return same === 1 ? byId : { ...byId, notices: [...byId.notices, repeats(wanted, same, byId)] };
  }
  if (unread) throw unread;
  if (byNumber) return byNumber;
  throw new HealerError(
    diagnosisProblem.noSuchRow(path, wanted, rows, closestNames(wanted.slice(0, 200), seen, 3)),
  );
}

function rowOf(
  { frame, positions, badCells }: TableBatch,
  index: number,
  card: ModelCard,
  id: string | null | undefined,
): FoundRow {
  const names = card.features.map(({ name }) => name);
  const position = positions[index]!;
  const features = new Set(names);
  return {
    id: id ?? String(position),
    position,
    values: toFeatureMatrix(frame.slice(index, 1), names).matrix.values,
    notices: badCells.filter(({ row, column }) => row === position && features.has(column))
      .map(({ column, raw }) => ({
        code: "diagnosis/cell-missing",
        message: {
          en: `${column}: "${raw}" was read as missing`,
          zh: `${column}：“${raw}”按缺失处理`,
        },
      })),
  };
}

function repeats(id: string, rows: number, { position }: FoundRow): Notice {
  return {
    code: "diagnosis/repeated-id",
    message: {
      en: `${rows} rows are called "${id}"; this is the first of them, row ${position}.`,
      zh: `有 ${rows} 行的标识为“${id}”，此处为其中的第一行（第 ${position} 行）。`,
    },
  };
}
