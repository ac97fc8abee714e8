import type { NotebookChange } from "@/pipeline/kernel/notebook_changes.ts";
import type { ApiKind } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { type FieldSpec, fieldSpecs } from "../form/field_spec.ts";
import { valueWords } from "../form/value_words.ts";
import { changeTexts } from "../texts_change.ts";
import { titleOf } from "./cell_names.ts";

type Kinds = ReadonlyMap<string, ApiKind>;

/** A change, of which a list may leave out values that are long. */
export type ToldChange = NotebookChange & { readonly isLong?: boolean };

/** A text is cut to so many characters. */
const longest = 40;

/** A change in words: `Trees of cell 5: 300 → 12`. */
export function changeWords(change: ToldChange, kinds: Kinds, language: Language): string {
  const texts = changeTexts;
  switch (change.type) {
    case "title":
      return texts.changeTitle(cut(change.before), cut(change.after))[language];
    case "exposed":
      return texts.changeExposed[language];
    case "added":
      return texts.changeAdded(titleOf({ kinds }, change, language), change.number)[language];
    case "removed":
      return texts.changeRemoved(titleOf({ kinds }, change, language), change.number)[language];
    case "moved": {
      const { kind, from, number } = change;
      return texts.changeMoved(titleOf({ kinds }, { kind }, language), from, number)[language];
    }
    case "param": {
      const spec = fieldAt(kinds.get(change.kind), change.path);
      const name = spec?.label[language] ?? change.path.at(-1) ?? "";
      return valueChange(change, name, (value) => fieldWords(spec, value, language), language);
    }
    case "input": {
      const words = (value: unknown): string =>
        value === undefined ? texts.nearest[language] : String(value);
      return valueChange(change, texts.input[language], words, language);
    }
    case "field": {
      const names = { title: texts.title, kind: texts.kind };
      const name = change.field === "title" || change.field === "kind"
        ? names[change.field][language]
        : change.field;
      return valueChange(change, name, plainWords, language);
    }
  }
}

/** Several changes in a line: the first, and how many there are besides. */
export function changesWords(
  changes: readonly ToldChange[],
  kinds: Kinds,
  language: Language,
): string {
  const [first] = changes;
  if (first === undefined) return "";
  const words = changeWords(first, kinds, language);
  return changes.length === 1
    ? words
    : `${words}, ${changeTexts.andMore(changes.length - 1)[language]}`;
}

/** The field of a param, or of a param of one of its variants. */
export function fieldAt(
  kind: ApiKind | undefined,
  [name, inner]: readonly string[],
): FieldSpec | undefined {
  const field = kind && fieldSpecs(kind.params).find((each) => each.name === name);
  if (inner === undefined || field?.type !== "variant") return field;
  return field.variants.flatMap(({ fields }) => fields).find((each) => each.name === inner);
}

/** A value of a field in words, its default where it has none. */
export function fieldWords(
  spec: FieldSpec | undefined,
  value: unknown,
  language: Language,
): string {
  if (spec === undefined) return plainWords(value);
  return valueWords(spec, value === undefined ? spec.default : value, language);
}

function valueChange(
  change: Extract<ToldChange, { type: "param" | "input" | "field" }>,
  name: string,
  words: (value: unknown) => string,
  language: Language,
): string {
  const cell = changeTexts.cellAt(change.number)[language];
  if (change.isLong === true) return changeTexts.changeLong(name, cell)[language];
  const before = words(change.before);
  const after = words(change.after);
  return Math.max(before.length, after.length) > longest
    ? changeTexts.changeLong(name, cell)[language]
    : changeTexts.changeValue(name, cell, before, after)[language];
}

function plainWords(value: unknown): string {
  if (value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
