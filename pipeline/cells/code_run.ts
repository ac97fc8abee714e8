import { plotViolation } from "../code/plot_check.ts";
import { codeLimits } from "../code/limits.ts";
import { codeProblem } from "../code/problems.ts";
import { HealerError, type Text } from "../problem.ts";
import type { CodeParams } from "./code.ts";
import { bytesOfTables, type CodeTable, tableOfBytes } from "./code_tables.ts";
import type { CellContext, CellInputs, CellOutput, CellTable } from "./cell_kind.ts";
import type { Figure } from "./figure.ts";
import { notWritable } from "./keep_bytes.ts";
import { counted, countText, joinTexts } from "./number_text.ts";
import { plotFigure } from "./plot_figure.ts";
import { type Prepared, type PreparedColumn, preparedSchema } from "./prepared_value.ts";
import { rawTable } from "./raw_table.ts";
import { readStored } from "./stored_table.ts";
import { type InputTable, optionalTableInput, tableInput } from "./table_input.ts";

/** The ports whose tables the code has, each under its name. */
const ports = ["table", "b", "c"] as const;

const runningText: Text = { en: "running the code", zh: "正在运行代码" };
const sourceName = { name: "code" };

/** See {@linkcode code}. */
export async function runCodeCell(
  inputs: CellInputs,
  { source, seconds, memory, seed }: CodeParams,
  context: CellContext,
): Promise<CellOutput> {
  const given = tablesOf(inputs);
  const tables = await writeTables(given, context);
  context.progress(0.1, runningText);
  const work = { source, seed, seconds, memory: memory * 2 ** 20, tables };
  const outcome = await context.runCode(work);
  context.progress(0.8);
  tellUnkept(outcome.unkeptLines, context);
  const figures = outcome.figures.map(drawable);
  const known = [...given.values()].flatMap(({ columns }) => columns);
  const made = outcome.table === null ? null : await readMade(outcome.table, known, context);
  context.progress(0.95);
  return {
    summary: summaryOf(made, figures.length),
    figures,
    tables: made === null ? [] : [rowsTable(made)],
    values: { table: made ?? await handedOn(inputs, context) },
  };
}

/** What the code reads, by the names it has for it. @throws {HealerError} `cells/…` */
function tablesOf(inputs: CellInputs): ReadonlyMap<string, InputTable> {
  const tables = new Map([["table", tableInput(inputs, "table")]]);
  for (const port of ports.slice(1)) {
    const table = optionalTableInput(inputs, port);
    if (table !== undefined) tables.set(port, table);
  }
  return tables;
}

/** Writes what the code reads to a scratch file, and returns its path. */
async function writeTables(
  given: ReadonlyMap<string, InputTable>,
  context: CellContext,
): Promise<string> {
  const tables: CodeTable[] = [];
  for (const [name, { file, columns }] of given) {
    tables.push({ name, frame: await readStored(file, columns, context), columns });
  }
  const path = context.scratchPath("bin");
  try {
    await Deno.writeFile(path, bytesOfTables(tables));
  } catch (cause) {
    throw notWritable(cause);
  }
  return path;
}

async function readMade(
  path: string,
  known: readonly PreparedColumn[],
  context: CellContext,
): Promise<Prepared> {
  const bytes = await Deno.readFile(path);
  await Deno.remove(path);
  return await rawTable(tableOfBytes(bytes), sourceName, known, context);
}

/** Code that gives no table lets pass what it read: a prepared table as it came, other rows as a raw table. */
async function handedOn(inputs: CellInputs, context: CellContext): Promise<Prepared> {
  if (inputs.table?.type === "prepared") return preparedSchema.parse(inputs.table);
  const { file, columns } = tableInput(inputs, "table");
  return await rawTable(await readStored(file, columns, context), sourceName, columns, context);
}

/** A figure out of the sandbox, once all of it is known to be plain data that can be drawn. */
function drawable(figure: unknown, index: number): Figure {
  const parsed = plotFigure.safeParse(figure);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join(".") ?? "";
    throw new HealerError(codeProblem.badFigure(index + 1, `${where}: ${issue?.message ?? ""}`));
  }
  const violation = plotViolation(parsed.data);
  if (violation === undefined) return parsed.data;
  throw new HealerError(codeProblem.plot(violation.text, violation.hint, null));
}

function tellUnkept(lines: number, context: CellContext): void {
  if (lines === 0) return;
  context.notice({
    code: "code/unkept-lines",
    message: {
      en: `The log holds the first ${countText(codeLimits.keptLines)} messages of the code; ` +
        `${countText(lines)} more were not kept.`,
      zh: `日志只保留代码输出的前 ${countText(codeLimits.keptLines)} 条；另有 ${
        countText(lines)
      } 条未保留。`,
    },
  });
}

function summaryOf(made: Prepared | null, figures: number): Text {
  if (made === null && figures === 0) return { en: "no table, no figure", zh: "没有返回表或图形" };
  return joinTexts([
    made === null ? null : {
      en: `${counted(made.rows, "row")} × ${counted(made.columns.length, "column")}`,
      zh: `${countText(made.rows)} 行 × ${countText(made.columns.length)} 列`,
    },
    figures === 0 ? null : { en: counted(figures, "figure"), zh: `${figures} 个图形` },
  ], { en: ", ", zh: "，" });
}

function rowsTable({ table, rows, columns }: Prepared): CellTable {
  return {
    name: "rows",
    title: { en: "Rows", zh: "数据行" },
    file: table,
    rows,
    columns: columns.map(({ name, type }) => ({ name, type })),
  };
}
