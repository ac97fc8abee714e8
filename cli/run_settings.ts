import { createHash } from "node:crypto";
import { basename } from "node:path";
import { z } from "zod";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { type TableFile, tableFileSchema } from "@/pipeline/cells/table_file.ts";
import { checkNotebook, type Notebook, type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { paramMetas } from "@/pipeline/param_meta.ts";
import { HealerError } from "@/pipeline/problem.ts";
import { examineFile } from "@/pipeline/table/table_file.ts";
import { runProblem } from "./run_problems.ts";

/** The params of a cell that names a file, whatever they are called. */
const fileParamsSchema = z.record(z.string(), z.unknown()).transform((params) =>
  Object.values(params).flatMap((value) => tableFileSchema.safeParse(value).data ?? [])
);

type Kinds = ReadonlyMap<string, CellKind>;

/** A file that a notebook is given, by its content. */
export interface GivenFile {
  readonly sha256: string;
  readonly path: string;
}

/**
 * A notebook with files in the place of those its cells name.
 *
 * @param pairs `CELL=FILE` each, the cell by its id, or by its kind where only one is of that kind.
 * @param pathOf Where a file that the user named lies.
 * @throws {HealerError} `run/bad-setting`, `table/…` where a file cannot be read
 */
export async function withFiles(
  notebook: Notebook,
  pairs: readonly string[],
  kinds: Kinds,
  pathOf: (file: string) => string,
): Promise<{ notebook: Notebook; files: GivenFile[] }> {
  const files: GivenFile[] = [];
  for (const pair of pairs) {
    const [, name, file] = /^([^=]+)=(.+)$/s.exec(pair) ?? [];
    if (name === undefined || file === undefined) {
      throw new HealerError(runProblem.badPair("data", pair, "CELL=FILE"));
    }
    const cell = findCell(notebook, name, "data");
    const param = fileParam(cell, kinds);
    const path = pathOf(file);
    const value = await tableFileAt(path);
    files.push({ sha256: value.content.sha256, path });
    notebook = replace(notebook, { ...cell, params: { ...cell.params, [param]: value } });
  }
  return { notebook, files };
}

/**
 * A notebook with other params.
 *
 * @param pairs `CELL.PARAM=VALUE` each. A value that reads as JSON and fits is taken as that, any other as
 *   text; the name of a choice stands for the choice (`train.learner=logistic-regression`).
 * @throws {HealerError} `run/bad-setting`
 */
export function withParams(notebook: Notebook, pairs: readonly string[], kinds: Kinds): Notebook {
  const changed = new Set<string>();
  for (const pair of pairs) {
    const [, name, param, text] = /^([^.=]+)\.([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (name === undefined || param === undefined || text === undefined) {
      throw new HealerError(runProblem.badPair("set", pair, "CELL.PARAM=VALUE"));
    }
    const cell = findCell(notebook, name, "set");
    changed.add(cell.id);
    const params = withParam(cell, param.split("."), text, kinds.get(cell.kind));
    notebook = replace(notebook, { ...cell, params });
  }
  const { problems } = checkNotebook(notebook, kinds);
  const problem = problems.find(({ place }) => changed.has(place.cell ?? ""));
  if (problem !== undefined) throw new HealerError(runProblem.badParam(problem));
  return notebook;
}

/** The table file at `path` as a param names it. @throws {HealerError} `table/…` where it cannot be read */
export async function tableFileAt(path: string): Promise<TableFile> {
  const { bytes } = await examineFile(path);
  const sha256 = await hashOf(path);
  return { name: basename(path), content: { sha256, bytes, media: mediaOf(path) } };
}

/** @throws {HealerError} `run/missing-file` where a cell reads a file that is not among `files` */
export function refuseMissingFiles({ cells }: Notebook, files: readonly GivenFile[]): void {
  const given = new Set(files.map(({ sha256 }) => sha256));
  for (const { id, params } of cells) {
    const missing = fileParamsSchema.parse(params)
      .find(({ content }) => !given.has(content.sha256));
    if (missing !== undefined) throw new HealerError(runProblem.missingFile(id, missing.name));
  }
}

function findCell(notebook: Notebook, name: string, param: string): NotebookCell {
  const byId = notebook.cells.find(({ id }) => id === name);
  if (byId !== undefined) return byId;
  const ofKind = notebook.cells.filter(({ kind }) => kind === name);
  if (ofKind.length > 1) {
    const ids = ofKind.map(({ id }) => id);
    throw new HealerError(runProblem.ambiguousKind(param, name, ids));
  }
  if (ofKind[0] !== undefined) return ofKind[0];
  throw new HealerError(runProblem.unknownCell(param, name, notebook.cells.map(({ id }) => id)));
}

function replace(notebook: Notebook, cell: NotebookCell): Notebook {
  return { ...notebook, cells: notebook.cells.map((old) => old.id === cell.id ? cell : old) };
}

function fileParam({ id, kind }: NotebookCell, kinds: Kinds): string {
  const schema = kinds.get(kind)?.params;
  const metas = schema === undefined ? [] : [...paramMetas(schema)];
  const found = metas.find(([, { file }]) => file === "table");
  if (found === undefined) throw new HealerError(runProblem.noFileParam(id, kind));
  return found[0];
}

function withParam(
  { params }: NotebookCell,
  path: readonly string[],
  text: string,
  kind: CellKind | undefined,
): Readonly<Record<string, unknown>> {
  // Inside a param that the notebook leaves out, its default is changed.
  const written = path.length === 1
    ? params
    : { ...objectOf(kind?.params.safeParse(params).data), ...params };
  const values = [...jsonOf(text), text];
  const last = path.at(-1) ?? "";
  const around = path.slice(0, -1);
  const candidates = [
    ...values.map((value) => withMember(written, path, value)),
    withMember(written, path, { name: text }),
    // Another choice has other params beside its name.
    ...(around.length === 0
      ? []
      : values.map((value) => withMember(written, around, { [last]: value }))),
  ].map(objectOf);
  const fitting = candidates.find((each) => kind?.params.safeParse(each).success === true);
  return fitting ?? candidates[0] ?? params;
}

function withMember(value: unknown, path: readonly string[], member: unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return member;
  const object = objectOf(value);
  return { ...object, [name]: withMember(object[name], rest, member) };
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function jsonOf(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

function mediaOf(path: string): string {
  return /\.parquet$/i.test(path) ? "application/vnd.apache.parquet" : "text/csv";
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of (await Deno.open(path)).readable) hash.update(chunk);
  return hash.digest("hex");
}
