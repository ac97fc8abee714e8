import { rowGroups } from "../evaluation/group_folds.ts";
import type { ModelCard } from "../model/model_card.ts";
import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import { textCells } from "./diagnose_rows.ts";
import type { RowsForModel } from "./open_rows.ts";

/** Raw rows of a table in memory, in the order of the table. */
export interface CollectedRows {
  /** With the features of the model in their order. */
  readonly matrix: FeatureMatrix;
  /** The id column's cells, or the rows' numbers from 1. */
  readonly ids: readonly string[];
  /** n numbers, equal where rows belong together; absent where the table has no group column. */
  readonly groups?: Int32Array;
  /** How many rows the table has that could be read, and how many that could not. */
  readonly readable: number;
  readonly unread: number;
}

interface Row {
  readonly position: number;
  readonly id: string;
  readonly group: string | null;
  readonly values: Float32Array;
}

/**
 * Reads the rows that a model takes, all of them or `count` drawn at random (Vitter, "Random sampling with a
 * reservoir", 1985), in memory for as many as are kept.
 *
 * @throws {HealerError} where the file breaks off, or when cancelled
 */
export async function collectRows(
  card: ModelCard,
  { source, idColumn }: RowsForModel,
  count: number | undefined,
  context: RunContext,
): Promise<CollectedRows> {
  const features = card.features.map(({ name }) => name);
  const random = new Random(context.seed);
  const kept: Row[] = [];
  const limit = count ?? Infinity;
  let readable = 0, unread = 0, hasGroups = false;
  for await (const { frame, positions, badRows, bytesRead } of source.batches()) {
    const { matrix: { values } } = toFeatureMatrix(frame, features);
    const ids = idColumn === null ? null : textCells(frame, idColumn);
    const { group } = card.columns;
    const groups = group !== null && frame.columns.includes(group) ? textCells(frame, group) : null;
    hasGroups ||= groups !== null;
    unread += badRows.length;
    for (const [row, position] of positions.entries()) {
      const place = readable < limit ? readable : random.below(readable + 1);
      readable++;
      if (place >= limit) continue;
      kept[place] = {
        position,
        id: ids === null ? String(position) : ids[row] ?? "",
        group: groups?.[row] ?? null,
        values: values.slice(row * features.length, (row + 1) * features.length),
      };
    }
    context.progress(source.bytes === 0 ? 1 : bytesRead / source.bytes);
  }
  kept.sort((a, b) => a.position - b.position);
  const matrix = { names: features, rows: kept.length, values: joined(kept, features.length) };
  return {
    matrix,
    ids: kept.map(({ id }) => id),
    ...(hasGroups ? { groups: rowGroups(kept.map(({ group }) => group)).groupOf } : {}),
    readable,
    unread,
  };
}

function joined(rows: readonly Row[], width: number): Float32Array {
  const values = new Float32Array(rows.length * width);
  for (const [place, row] of rows.entries()) values.set(row.values, place * width);
  return values;
}
