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
    default: {
      const name = changedName(change, kinds, language);
      const cell = texts.cellAt(change.number)[language];
      if (change.isLong === true) return texts.changeLong(name, cell)[language];
      const before = changedValue(change, change.before, kinds, language);
      const after = changedValue(change, change.after, kinds, language);
      return Math.max(before.length, after.length) > longest
        ? texts.changeLong(name, cell)[language]
        : texts.changeValue(name, cell, before, after)[language];
    }
  }
}

/** A change of a value in a cell. */
export type ValueChange = Extract<NotebookChange, { type: "param" | "input" | "field" }>;

/** What has another value: `Trees`, `Input`, `Title`. */
export function changedName(change: ValueChange, kinds: Kinds, language: Language): string {
  switch (change.type) {
    case "param":
      return fieldAt(kinds.get(change.kind), change.path)?.label[language] ??
        change.path.at(-1) ?? "";
    case "input":
      return changeTexts.input[language];
    case "field":
      return change.field === "title" || change.field === "kind"
        ? changeTexts[change.field][language]
        : change.field;
  }
}

/** What it was or became, in words. */
export function changedValue(
  change: ValueChange,
  value: unknown,
  kinds: Kinds,
  language: Language,
): string {
  switch (change.type) {
    case "param":
      return fieldWords(fieldAt(kinds.get(change.kind), change.path), value, language);
    case "input":
      return value === undefined ? changeTexts.nearest[language] : String(value);
    case "field":
      return plainWords(value);
  }
}

/** Several changes in a line: the first, and how many there are besides. @param more How many are not in the list */
export function changesWords(
  changes: readonly ToldChange[],
  kinds: Kinds,
  language: Language,
  more = 0,
): string {
  const [first, ...others] = changes;
  if (first === undefined) return "";
  const words = changeWords(first, kinds, language);
  const count = others.length + more;
  return count === 0 ? words : `${words}, ${changeTexts.andMore(count)[language]}`;
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

function plainWords(value: unknown): string {
  if (value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
