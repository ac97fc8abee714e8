import type { NotebookContent } from "@/web/api_schema.ts";

/** What a notebook is made of, without the params: most changes leave it as it is. */
export interface Structure {
  readonly cells: readonly Pick<
    NotebookContent["cells"][number],
    "id" | "kind" | "title" | "inputs"
  >[];
}

/** The structure of a notebook; the former one, where it is the same. */
export function structureOf({ cells }: NotebookContent, former?: Structure): Structure {
  const isSame = former !== undefined && former.cells.length === cells.length &&
    cells.every(({ id, kind, title, inputs }, index) => {
      const before = former.cells[index];
      return before?.id === id && before.kind === kind && before.title === title &&
        JSON.stringify(before.inputs) === JSON.stringify(inputs);
    });
  return isSame ? former : { cells: cells.map(({ params: _, ...cell }) => cell) };
}
