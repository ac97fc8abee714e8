import type pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import { checkQuery } from "../sql/check_query.ts";
import { runQuery } from "../sql/run_query.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { cellPartOf } from "./cell_part.ts";
import { rawTable } from "./raw_table.ts";
import { rawTableResult } from "./raw_table_result.ts";
import { type SqlParams, sqlTables } from "./sql.ts";
import { readStored } from "./stored_table.ts";
import { type InputTable, optionalTableInput, tableInput } from "./table_input.ts";

/** See {@linkcode sql}. */
export async function runSql(
  inputs: CellInputs,
  { query }: SqlParams,
  context: CellContext,
): Promise<CellOutput> {
  const [first, ...others] = sqlTables;
  const tables = new Map<string, InputTable>([[first, tableInput(inputs, first)]]);
  for (const name of others) {
    const table = optionalTableInput(inputs, name);
    if (table !== undefined) tables.set(name, table);
  }
  const checked = await inQuery(() => checkQuery(query, [...tables.keys()]));
  const frames: Record<string, pl.DataFrame> = {};
  for (const [name, { file, columns }] of tables) {
    const before = Object.keys(frames).length / tables.size;
    const part = cellPartOf(context, 0.4 * before, 0.4);
    frames[name] = await readStored(file, columns, part);
  }
  context.progress(0.5, { en: "running the query", zh: "执行查询" });
  const frame = await inQuery(() => runQuery(checked, frames));
  context.progress(0.8);
  const known = [...tables.values()].flatMap(({ columns }) => columns);
  const table = await inQuery(() => rawTable(frame, { name: "SQL" }, known, context));
  context.progress(0.95);
  return rawTableResult(table, frame, inputs, context);
}

/** Problems of the query are those of the param. */
async function inQuery<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof HealerError)) throw cause;
    const { problem } = cause;
    throw new HealerError({ ...problem, place: { ...problem.place, param: "query" } }, { cause });
  }
}
