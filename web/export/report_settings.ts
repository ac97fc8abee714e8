import { z } from "zod";
import { type FieldSpec, fieldSpecs } from "@/components/form/field_spec.ts";
import { isShown, shownValues } from "@/components/form/shown_values.ts";
import { isSameValue, valueWords, variantName } from "@/components/form/value_words.ts";
import type { Setting } from "@/components/report/report.ts";
import { filterWords } from "@/components/table/grid/filter_words.ts";
import { formTexts } from "@/components/texts_form.ts";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { describeCellKind } from "@/pipeline/cells/cell_schema.ts";
import { tableFileSchema } from "@/pipeline/cells/table_file.ts";
import type { Language } from "../language.ts";

const conditionsSchema = z.array(
  z.object({
    column: z.string(),
    op: z.enum(["is", "is-not", "contains", "at-least", "at-most"]),
    value: z.union([z.string(), z.number(), z.boolean()]),
  }).or(z.object({ column: z.string(), op: z.enum(["missing", "present"]) })),
);

/** The fields of a kind's form. */
export function fieldsOf(kind: CellKind | undefined): FieldSpec[] {
  return kind === undefined ? [] : fieldSpecs(describeCellKind(kind).params);
}

/** The settings of a cell as its form shows them. */
export function settingsOf(
  fields: readonly FieldSpec[],
  params: unknown,
  language: Language,
): Setting[] {
  const values = shownValues(fields, params);
  return fields.filter((field) => isShown(field, values)).flatMap((field): Setting[] => {
    const value = values[field.name];
    const words = wordsOf(field, value, language);
    const setting = {
      label: field.label[language],
      words: words.length > longest ? `${words.slice(0, longest).toWellFormed()}…` : words,
      isChanged: !isSameValue(value, field.default),
      isCode: field.type === "code" || words.includes("\n"),
    };
    if (field.type !== "variant") return [setting];
    const name = variantName(value);
    const variant = field.variants.find((each) => each.value === name);
    return [setting, ...settingsOf(variant?.fields ?? [], value, language)];
  });
}

/** So many letters of a setting are shown. */
const longest = 20_000;

function wordsOf(field: FieldSpec, value: unknown, language: Language): string {
  if (field.type === "file") {
    return tableFileSchema.safeParse(value).data?.name ?? valueWords(field, null, language);
  }
  if (field.type === "conditions") {
    const conditions = conditionsSchema.safeParse(value).data ?? [];
    if (conditions.length === 0) return formTexts.none[language];
    return conditions.map((each) => filterWords(each, language)).join(
      { en: "; ", zh: "；" }[language],
    );
  }
  return valueWords(field, value, language);
}
