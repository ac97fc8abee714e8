import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { checkNotebook, type Notebook, parseNotebook } from "@/pipeline/kernel/notebook.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import { notebookIdSchema } from "@/store/ids.ts";
import type { Notebooks } from "@/store/notebooks.ts";
import type { NewNotebook } from "../api_schema.ts";
import { copyName } from "./copy_name.ts";
import type { Examples } from "./examples.ts";
import type { WorkbenchDatasets } from "./datasets.ts";
import { parseId } from "./parse_id.ts";
import { workbenchProblem } from "./problems.ts";
import { importNotebook } from "./train_notebook.ts";

/** Where new notebooks are made from. */
export interface NotebookSources {
  readonly kinds: ReadonlyMap<string, CellKind>;
  readonly notebooks: Notebooks;
  readonly examples: Examples;
  readonly datasets: WorkbenchDatasets;
}

const untitled: Text = { en: "Untitled notebook", zh: "未命名笔记本" };

/**
 * The notebook that a request asks for.
 *
 * @param language Of the title, where none is given.
 * @throws {HealerError} `workbench/several-sources`, `workbench/example-not-found`, `store/not-found`; `notebook/…`
 *   where what was sent is no notebook
 */
export async function newNotebook(
  request: NewNotebook,
  { kinds, notebooks, examples, datasets }: NotebookSources,
  language: keyof Text,
): Promise<Notebook> {
  const { title, example, copyOf, dataset, notebook, text } = request;
  const given = Object.entries({ example, copyOf, dataset, notebook, text })
    .filter(([, value]) => value !== undefined).map(([name]) => name);
  if (given.length > 1) throw new HealerError(workbenchProblem.severalSources(given));
  const titled = (found: Notebook): Notebook => title === undefined ? found : { ...found, title };
  if (example !== undefined) return titled(await examples.open(example));
  if (dataset !== undefined) {
    const content = importNotebook(datasets.cellParams(dataset), datasets.get(dataset).name);
    return titled(checkNotebook(content, kinds).notebook);
  }
  if (text !== undefined) return titled(parseNotebook(text, kinds).notebook);
  if (notebook !== undefined) return titled(checkNotebook(notebook, kinds).notebook);
  if (copyOf === undefined) return { format: 1, title: title ?? untitled[language], cells: [] };
  const original = notebooks.content(parseId(notebookIdSchema, "notebook", copyOf));
  const { notebook: copied } = checkNotebook(original, kinds);
  return { ...copied, title: title ?? copyName(copied.title)[language] };
}
