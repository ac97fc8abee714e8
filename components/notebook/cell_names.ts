import type { Structure } from "@/islands/notebook/structure.ts";
import { positionOf } from "@/islands/notebook/edits.ts";
import type { ApiKind } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { notebookTexts } from "../texts_notebook.ts";

/** Whether cells of that kind are only texts: they read nothing and give nothing. */
export function isNote(kind: Pick<ApiKind, "takes" | "gives"> | undefined): boolean {
  return kind !== undefined &&
    Object.keys(kind.takes).length + Object.keys(kind.gives).length === 0;
}

/** What a cell is called: by the title of its own, else by that of its kind. */
export function titleOf(
  { kinds }: { readonly kinds: ReadonlyMap<string, Pick<ApiKind, "title">> },
  { kind, title = "" }: { readonly kind: string; readonly title?: string },
  language: Language,
): string {
  if (title.trim() !== "") return title;
  return kinds.get(kind)?.title[language] ?? notebookTexts.unknownKind(kind)[language];
}

/** Some cells by their numbers: `cells 3, 5`. Those that are no more are left out. */
export function cellsWords(
  notebook: Structure,
  ids: readonly string[],
  language: Language,
): string | undefined {
  const numbers = ids.map((id) => positionOf(notebook, id) + 1).filter((number) => number > 0);
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  const shown = sorted.length > 5 ? [...sorted.slice(0, 5), "…"] : sorted;
  const separator = { en: ", ", zh: "、" }[language];
  return notebookTexts.cellsOf(shown.join(separator), numbers.length)[language].trimEnd();
}
