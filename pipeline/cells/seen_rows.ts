import type { CellContext } from "./cell_kind.ts";
import type { ModelValue } from "./model_value.ts";
import type { Prepared } from "./prepared_value.ts";
import { readRowNumbers } from "./row_numbers.ts";
import type { FileReference } from "./value.ts";

/**
 * How many of the rows that an evaluation would look at have trained the model: where both tables are chosen from
 * one and the same, their rows are compared by their numbers there.
 */
export async function seenRows(
  { learntFrom }: ModelValue,
  { table, rows: height, restriction, split }: Prepared,
  context: CellContext,
): Promise<{ readonly seen: number; readonly rows: number }> {
  const evaluated = split?.testRows ?? height;
  const learnt = learntFrom.rows;
  const of = restriction?.of ?? table.sha256;
  if ((learnt?.of ?? learntFrom.table) !== of) return { seen: 0, rows: evaluated };
  const trained = await chosenRows(learnt?.restriction, learnt?.train, context);
  const looked = await chosenRows(restriction?.rows, split?.test, context);
  if (trained === null) return { seen: evaluated, rows: evaluated };
  if (looked === null) return { seen: trained.length, rows: evaluated };
  const known = new Set(trained);
  return { seen: looked.filter((row) => known.has(row)).length, rows: evaluated };
}

/** The rows of a part of a restriction, as the first table numbers them; null for all of its rows. */
async function chosenRows(
  restriction: FileReference | null | undefined,
  part: FileReference | null | undefined,
  context: CellContext,
): Promise<Int32Array | null> {
  const rows = restriction ? await readRowNumbers(restriction, context) : null;
  const chosen = part ? await readRowNumbers(part, context) : null;
  if (rows === null || chosen === null) return rows ?? chosen;
  return chosen.map((place) => rows[place]!);
}
