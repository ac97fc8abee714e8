import { mergeOrder } from "@/pipeline/kernel/cell_order.ts";
import { areSameVariant } from "@/pipeline/kernel/notebook_changes.ts";
import { isJsonObject, isSameJson, ownValue } from "@/pipeline/kernel/same_json.ts";
import { type NotebookContent, notebookContentSchema } from "@/web/api_schema.ts";
import { freeId } from "./edits.ts";

type Cell = NotebookContent["cells"][number];
type Json = Readonly<Record<string, unknown>>;

/** Whose version counts. */
export type Side = "mine" | "theirs";

/** Something that both sides have changed, each in another way. */
export interface Conflict {
  /** The same for the same thing, so that a choice can be remembered. */
  readonly key: string;
  /** The cell it is in; undefined for the notebook itself. */
  readonly cell: string | undefined;
  /** Where in the cell or notebook, such as `["params", "trees"]`; empty where a side has deleted the cell. */
  readonly path: readonly string[];
  /** What it was before either changed it. */
  readonly base: unknown;
  /** What this side has; undefined where it has deleted it or left it to its default. */
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** What comes of a merge. */
export interface Merged {
  readonly notebook: NotebookContent;
  /** What had to be chosen, whether or not a choice was given. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Brings two changed versions of one notebook together, by cell and by param: what one side has changed counts,
 * and where both have, in different ways, the choice does.
 *
 * @param base The version that both began with.
 * @param choices By the keys of conflicts; mine counts where there is none.
 */
export function mergeNotebooks(
  base: NotebookContent,
  mine: NotebookContent,
  theirs: NotebookContent,
  choices: ReadonlyMap<string, Side> = new Map(),
): Merged {
  if (mine === base || isSameJson(mine, base)) return { notebook: theirs, conflicts: [] };
  if (isSameJson(theirs, base)) return { notebook: mine, conflicts: [] };
  const own = withFreeIds(base, mine, theirs);
  const merge = new Merge(choices);
  const fields = merge.record(undefined, [], rest(base), rest(own), rest(theirs));
  const cells = mergeCells(merge, base.cells, own.cells, theirs.cells);
  const notebook = notebookContentSchema.parse({ ...fields, cells });
  return { notebook, conflicts: merge.conflicts };
}

/** The merge of one pair of notebooks, and the conflicts found on the way. */
class Merge {
  readonly conflicts: Conflict[] = [];

  constructor(private readonly choices: ReadonlyMap<string, Side>) {}

  /** What is chosen in a conflict. */
  choose(conflict: Omit<Conflict, "key">): Side {
    const key = JSON.stringify([conflict.cell ?? null, ...conflict.path]);
    this.conflicts.push({ ...conflict, key });
    return this.choices.get(key) ?? "mine";
  }

  value(
    cell: string | undefined,
    path: readonly string[],
    base: unknown,
    mine: unknown,
    theirs: unknown,
  ): unknown {
    if (isSameJson(mine, theirs) || isSameJson(theirs, base)) return mine;
    if (isSameJson(mine, base)) return theirs;
    if (
      areSameVariant([base, mine, theirs]) && isJsonObject(base) && isJsonObject(mine) &&
      isJsonObject(theirs)
    ) return this.record(cell, path, base, mine, theirs);
    return this.choose({ cell, path, base, mine, theirs }) === "mine" ? mine : theirs;
  }

  /** Objects, key by key. */
  record(
    cell: string | undefined,
    path: readonly string[],
    base: Json,
    mine: Json,
    theirs: Json,
  ): Json {
    const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const [before, here, there] = [base, mine, theirs].map((each) => ownValue(each, key));
        const value = this.value(cell, [...path, key], before, here, there);
        return value === undefined ? [] : [[key, value]];
      }),
    );
  }

  cell(base: Cell, mine: Cell, theirs: Cell): Json {
    const { id } = base;
    const inputs = this.record(
      id,
      ["inputs"],
      base.inputs ?? {},
      mine.inputs ?? {},
      theirs.inputs ?? {},
    );
    return {
      ...this.record(id, [], fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)),
      params: this.record(id, ["params"], base.params, mine.params, theirs.params),
      ...(Object.keys(inputs).length === 0 ? {} : { inputs }),
    };
  }
}

function mergeCells(
  merge: Merge,
  base: readonly Cell[],
  mine: readonly Cell[],
  theirs: readonly Cell[],
): Json[] {
  const [before, here, there] = [base, mine, theirs]
    .map((cells) => new Map(cells.map((cell) => [cell.id, cell])));
  const merged = new Map<string, Json>();
  for (const id of new Set([...base, ...theirs, ...mine].map((cell) => cell.id))) {
    const cell = mergeCell(merge, before?.get(id), here?.get(id), there?.get(id));
    if (cell !== undefined) merged.set(id, cell);
  }
  const ids = [base, mine, theirs].map((cells) => cells.map(({ id }) => id));
  const order = mergeOrder(ids[0] ?? [], ids[1] ?? [], ids[2] ?? [], new Set(merged.keys()));
  return order.map((id) => withoutGoneInputs(merged.get(id) ?? {}, merged, before));
}

/** What becomes of a cell that at least one of the versions has. */
function mergeCell(
  merge: Merge,
  base: Cell | undefined,
  mine: Cell | undefined,
  theirs: Cell | undefined,
): Json | undefined {
  if (base === undefined) return mine ?? theirs; // where both have added it, they are the same
  if (mine !== undefined && theirs !== undefined) return merge.cell(base, mine, theirs);
  const left = mine ?? theirs;
  if (left === undefined || isSameJson(left, base)) return undefined;
  const side = merge.choose({ cell: base.id, path: [], base, mine, theirs });
  return side === "mine" ? mine : theirs;
}

/** A cell that names a deleted one as its input reads the nearest one above instead. */
function withoutGoneInputs(
  cell: Json,
  merged: ReadonlyMap<string, Json>,
  before: ReadonlyMap<string, Cell> | undefined,
): Json {
  const { inputs, ...others } = cell;
  const named = Object.entries(isJsonObject(inputs) ? inputs : {}).filter(([, source]) =>
    merged.has(String(source)) || before?.has(String(source)) !== true
  );
  return named.length === 0 ? others : { ...others, inputs: Object.fromEntries(named) };
}

/** `mine`, where a cell that it has added bears another id than a different one that `theirs` has added. */
function withFreeIds(
  base: NotebookContent,
  mine: NotebookContent,
  theirs: NotebookContent,
): NotebookContent {
  const known = new Set(base.cells.map(({ id }) => id));
  const added = new Map(theirs.cells.filter(({ id }) => !known.has(id)).map((c) => [c.id, c]));
  return mine.cells.reduce((own, cell) => {
    const other = added.get(cell.id);
    if (other === undefined || isSameJson(other, cell)) return own;
    const taken = { ...own, cells: [...own.cells, ...theirs.cells, ...base.cells] };
    return renameCell(own, cell.id, freeId(taken, cell.kind));
  }, mine);
}

function renameCell(notebook: NotebookContent, from: string, to: string): NotebookContent {
  const { exposed } = notebook;
  const named = (id: string): string => id === from ? to : id;
  return {
    ...notebook,
    cells: notebook.cells.map(({ inputs, ...cell }) => ({
      ...cell,
      id: named(cell.id),
      ...(inputs === undefined ? {} : {
        inputs: Object.fromEntries(
          Object.entries(inputs).map(([port, source]) => [port, named(source)]),
        ),
      }),
    })),
    ...(exposed === undefined
      ? {}
      : { exposed: exposed.map((param) => ({ ...param, cell: named(param.cell) })) }),
  };
}

function rest({ cells: _, ...notebook }: NotebookContent): Json {
  return notebook;
}

/** What a cell holds beside its params and inputs. */
function fieldsOf({ params: _, inputs: __, ...fields }: Cell): Json {
  return fields;
}
