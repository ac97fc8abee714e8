import { withSortedKeys } from "@/pipeline/canonical_json.ts";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { note } from "@/pipeline/cells/note.ts";
import { type TableFile, tableFileSchema } from "@/pipeline/cells/table_file.ts";
import { buildGraph, type GraphCell } from "@/pipeline/kernel/graph.ts";
import type { Notebook, NotebookCell } from "@/pipeline/kernel/notebook.ts";
import type { Text } from "@/pipeline/problem.ts";
import { callOf, comment, Expression, quoted } from "./script_literal.ts";
import { variableNames } from "./script_names.ts";

/** The permissions that a script needs, as the command line has them. */
const permissions = ["read", "write", "env", "sys", "ffi", "run"]
  .map((name) => `--allow-${name}`).join(" ");

/** A cell that is not in a script, and why. */
export interface LeftOut {
  readonly cell: string;
  readonly reason: Text;
}

/** A script, and what it does not carry. */
export interface NotebookScript {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}

/**
 * A notebook as TypeScript that runs its cells by the same engine: a statement a cell, wires as variables, notes
 * as comments.
 *
 * @param language Of its comments.
 */
export function notebookScript(
  notebook: Notebook,
  kinds: ReadonlyMap<string, CellKind>,
  language: keyof Text,
): NotebookScript {
  const { statements, leftOut } = scriptStatements(notebook, kinds, language, 2);
  const written = [...statements.values()].filter((each) => each !== "");
  const isEmpty = !written.some((each) => /^ *[^ /]/m.test(each));
  const text = head(notebook, leftOut, language) +
    '\nimport { runFlow } from "@/cli/script/run_flow.ts";\n\n' +
    `await runFlow(async (${isEmpty ? "" : "flow"}) => {\n` +
    written.join("\n") +
    "});\n";
  return { text, leftOut: [...leftOut.values()] };
}

/** What stands in a script for each cell, by its id. @param indent By how many spaces. */
export function scriptStatements(
  notebook: Notebook,
  kinds: ReadonlyMap<string, CellKind>,
  language: keyof Text,
  indent: number,
): {
  readonly statements: ReadonlyMap<string, string>;
  readonly leftOut: ReadonlyMap<string, LeftOut>;
} {
  const graph = buildGraph(notebook, kinds);
  const leftOut = new Map<string, LeftOut>();
  for (const [id, cell] of graph) {
    const reason = reasonOf(cell, leftOut);
    if (reason !== undefined) leftOut.set(id, { cell: id, reason });
  }
  const carried = [...graph.values()].filter(({ id }) => !leftOut.has(id));
  const names = variableNames(carried.map(({ id }) => id));
  const read = new Set(carried.flatMap(({ wires }) => [...wires.values()].map(({ cell }) => cell)));
  const statements = notebook.cells.map((cell) => {
    const without = leftOut.get(cell.id);
    if (without !== undefined) return leaving(cell, without.reason[language], indent);
    if (cell.kind === note.kind) return noteComment(cell, language, indent);
    const { kind, wires } = graph.get(cell.id) ?? {};
    const inputs = [...wires ?? []].map(([port, { cell }]) =>
      [port, names.get(cell) ?? ""] as const
    );
    const files = writtenFiles(cell, kind);
    return statement(cell, inputs, names.get(cell.id) ?? "", files, read, indent);
  });
  return {
    statements: new Map(notebook.cells.map(({ id }, index) => [id, statements[index] ?? ""])),
    leftOut,
  };
}

/** What keeps a cell from standing in a script. */
function reasonOf(
  { problem, wires }: GraphCell,
  leftOut: ReadonlyMap<string, LeftOut>,
): Text | undefined {
  if (problem !== undefined) return problem.message;
  const source = [...wires.values()].find(({ cell }) => leftOut.has(cell))?.cell;
  return source === undefined ? undefined : {
    en: `it reads the cell "${source}", which is not in it.`,
    zh: `它读取的单元“${source}”不在其中。`,
  };
}

function head(
  { title, cells }: Notebook,
  leftOut: ReadonlyMap<string, LeftOut>,
  language: keyof Text,
): string {
  const text: Text = {
    en:
      "A notebook of SystemHealer Workbench as a script: the same cells, run by the same engine.\n" +
      "Run it from the project's folder; --out FOLDER says where its files go:\n\n" +
      `  deno run --config deno.json ${permissions} SCRIPT.ts --out FOLDER`,
    zh: "SystemHealer Workbench 笔记本的脚本形式：相同的单元，由同一引擎运行。\n" +
      "请在项目文件夹中运行；--out 指定输出文件夹：\n\n" +
      `  deno run --config deno.json ${permissions} 脚本.ts --out 文件夹`,
  };
  const data: Text = {
    en: "\n\nIt reads these files from where you stand, or others by --data CELL=FILE:\n",
    zh: "\n\n从当前文件夹读取以下文件，可用 --data 单元=文件 换用其他文件：\n",
  };
  const files = cells.filter(({ id }) => !leftOut.has(id)).flatMap(({ id, params }) =>
    filesIn(params).map(({ name }) => `\n  --data ${id}=${name}`)
  );
  const given = files.length === 0 ? "" : data[language] + files.join("");
  return (title.trim() === "" ? "" : `${comment(title, 0)}//\n`) +
    comment(text[language] + given, 0);
}

function noteComment({ params }: NotebookCell, language: keyof Text, indent: number): string {
  const { en, zh } = note.params.parse(params);
  const text = language === "en" ? en || zh : zh || en;
  return text.trim() === "" ? "" : comment(text, indent);
}

function leaving({ id, kind }: NotebookCell, reason: string, indent: number): string {
  return comment(`${id} (${kind})`, indent) +
    `${" ".repeat(indent)}flow.leaveOut(${quoted(id)}, ${quoted(reason)});\n`;
}

function statement(
  { id, kind, title = "", params }: NotebookCell,
  inputs: readonly (readonly [port: string, variable: string])[],
  name: string,
  written: readonly string[],
  read: ReadonlySet<string>,
  indent: number,
): string {
  const start = " ".repeat(indent);
  const isUsed = read.has(id) || written.length > 0;
  const call = `${isUsed ? `const ${name} = ` : ""}await flow.cell`;
  const ports = inputs.map(([port, variable]) => [port, new Expression(variable)]);
  const all: unknown[] = [kind, withFileCalls(id, params), Object.fromEntries(ports), { id }];
  const last = id === kind ? all.slice(0, -1) : all;
  while (last.length > 1 && Object.keys(Object(last.at(-1))).length === 0) last.pop();
  const writing = written.map((file) => `${start}await flow.write(${name}, ${quoted(file)});\n`);
  return (title.trim() === "" ? "" : comment(title, indent)) +
    `${start}${callOf(call, last, indent)};\n` + writing.join("");
}

/** Params in which files are read where the script finds them. */
function withFileCalls(cell: string, params: NotebookCell["params"]): Record<string, unknown> {
  return Object.fromEntries(
    // In the order of a notebook's file, so that the same notebook gives the same script.
    Object.entries(Object(withSortedKeys(params))).map(([param, value]) => {
      const file = tableFileSchema.safeParse(value).data;
      if (file === undefined) return [param, value];
      const args = [cell, file.name, file.content.sha256].map((each) => quoted(each));
      return [param, new Expression(`await flow.file(${args.join(", ")})`)];
    }),
  );
}

function filesIn(params: NotebookCell["params"]): TableFile[] {
  return Object.values(params).flatMap((value) => tableFileSchema.safeParse(value).data ?? []);
}

/** The files that a cell gives to take away. */
function writtenFiles({ id }: NotebookCell, kind: CellKind | undefined): string[] {
  const gives = new Set(Object.values(kind?.gives ?? {}));
  return [
    ...(gives.has("model") ? [`${id}.onnx`, `${id}.card.json`] : []),
    ...(gives.has("diagnosis") ? [`${id}.csv`] : []),
  ];
}
