import { takesValue } from "@/pipeline/cells/port.ts";
import type { ApiKind as Kind, NotebookContent } from "@/web/api_schema.ts";
import { freeId, positionOf, setInput } from "./edits.ts";
import { wiresOf } from "./wires.ts";

/** Which rows of a table are kept, or left out: their numbers as ranges. */
export interface RowChoice {
  readonly mode: "keep" | "drop";
  readonly rows: string;
}

/** A notebook with one cell more, and the id of that. */
export interface WithSubset {
  readonly notebook: NotebookContent;
  readonly id: string;
}

/**
 * Adds a cell below `cell` that holds a choice of the rows `cell` reads. Cells further below that would read it by
 * themselves, since it is the nearest now, are held to what they read before: nothing that was there changes.
 * Undefined where `cell` reads no table.
 */
export function addSubset(
  notebook: NotebookContent,
  kinds: ReadonlyMap<string, Kind>,
  cell: string,
  { mode, rows }: RowChoice,
): WithSubset | undefined {
  const index = positionOf(notebook, cell);
  const source = wiresOf(notebook, kinds, index).find(({ type, source }) =>
    takesValue(type, "prepared") && source !== undefined && givesTable(notebook, kinds, source)
  )?.source;
  if (source === undefined) return undefined;
  const id = freeId(notebook, "subset");
  const added: NotebookContent = {
    ...notebook,
    cells: notebook.cells.toSpliced(index + 1, 0, {
      id,
      kind: "subset",
      params: { ...(mode === "keep" ? {} : { mode }), rows },
      inputs: { table: source },
    }),
  };
  const held = notebook.cells.reduce((held, { id: reader }, place) => {
    if (place <= index) return held;
    return wiresOf(notebook, kinds, place).reduce((next, { port, source, isNamed }) => {
      if (isNamed || source === undefined) return next;
      const now = wiresOf(added, kinds, place + 1).find((wire) => wire.port === port)?.source;
      return now === id ? setInput(next, reader, port, source) : next;
    }, held);
  }, added);
  return { notebook: held, id };
}

function givesTable(
  { cells }: NotebookContent,
  kinds: ReadonlyMap<string, Kind>,
  source: string,
): boolean {
  const kind = kinds.get(cells.find(({ id }) => id === source)?.kind ?? "");
  return Object.values(kind?.gives ?? {}).includes("prepared");
}
