import fc from "fast-check";
import type { NotebookContent } from "@/web/api_schema.ts";

type Cell = NotebookContent["cells"][number];

const paramArbitrary = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom("median", "mean", null, true),
  fc.record({
    name: fc.constantFrom("forest", "boosting"),
    trees: fc.integer({ min: 1, max: 9 }),
    depth: fc.integer({ min: 1, max: 9 }),
  }),
);

/** Params of a few names, so that two versions often speak of the same one. */
export const paramsArbitrary = fc.dictionary(
  fc.constantFrom("rows", "fill", "learner", "constructor"),
  paramArbitrary,
  { maxKeys: 3 },
);

/** A notebook of a few cells whose ids are `c0`, `c1` and so on. */
export const notebookArbitrary: fc.Arbitrary<NotebookContent> = fc
  .tuple(
    fc.constantFrom("One", "Two", "Three"),
    fc.array(paramsArbitrary, { minLength: 1, maxLength: 7 }),
  )
  .map(([title, params]) => ({
    format: 1,
    title,
    cells: params.map((each, index): Cell => ({ id: `c${index}`, kind: "scale", params: each })),
  }));

/** What one person does to a notebook. */
export interface Edit {
  readonly title: string | undefined;
  /** Cell → its new params; null deletes it. */
  readonly cells: ReadonlyMap<string, Cell["params"] | null>;
  /** Which cell is moved, and where to. */
  readonly move: readonly [number, number] | undefined;
  /** The ids of new cells, each with its place. */
  readonly added: readonly (readonly [string, number])[];
}

/** Edits of the cells `ids` that add cells whose names begin with `prefix`. */
export function editArbitrary(ids: readonly string[], prefix: string): fc.Arbitrary<Edit> {
  return fc.record({
    title: fc.option(fc.constant(`Title by ${prefix}`), { nil: undefined }),
    cells: fc.array(fc.tuple(fc.constantFrom("", ...ids), fc.option(paramsArbitrary)), {
      maxLength: 3,
    }).map((pairs) => new Map(pairs.filter(([id]) => id !== ""))),
    move: fc.option(fc.tuple(fc.nat(6), fc.nat(6)), { nil: undefined }),
    added: fc.array(fc.nat(7), { maxLength: 2 })
      .map((places) => places.map((place, index) => [`${prefix}${index}`, place] as const)),
  });
}

/** The notebook after an edit. */
export function afterEdit(notebook: NotebookContent, edit: Edit): NotebookContent {
  let cells = notebook.cells.flatMap((cell) => {
    const params = edit.cells.get(cell.id);
    if (params === null) return [];
    return [params === undefined ? cell : { ...cell, params }];
  });
  if (edit.move !== undefined && cells.length > 0) {
    const from = edit.move[0] % cells.length;
    const moved = cells.slice(from, from + 1);
    cells = cells.toSpliced(from, 1).toSpliced(edit.move[1] % cells.length, 0, ...moved);
  }
  for (const [id, place] of edit.added) {
    cells = cells.toSpliced(place % (cells.length + 1), 0, { id, kind: "note", params: {} });
  }
  return { ...notebook, title: edit.title ?? notebook.title, cells };
}
