import type { Language } from "@/web/language.ts";
import { numberWords } from "../number_words.ts";
import { formTexts } from "../texts_form.ts";
import type { FieldSpec, Option } from "./field_spec.ts";

/** A value of a field in words, for "was 0.1". */
export function valueWords(spec: FieldSpec, value: unknown, language: Language): string {
  if (value === null || value === undefined) {
    return spec.type === "column" ? formTexts.empty[language] : formTexts.none[language];
  }
  if (typeof value === "boolean") return formTexts[value ? "on" : "off"][language];
  if (typeof value === "number") return numberWords(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return formTexts.none[language];
    return value.map((member) =>
      spec.type === "choices" ? memberWords(spec.options, member, language) : plainWords(member)
    ).join(", ");
  }
  if (spec.type === "choice" && typeof value === "string") {
    return spec.options.find((option) => option.value === value)?.label[language] ?? value;
  }
  if (spec.type === "variant") {
    const name = variantName(value);
    return spec.variants.find((variant) => variant.value === name)?.label[language] ?? name;
  }
  if (typeof value === "string") return value === "" ? formTexts.empty[language] : value;
  return JSON.stringify(value);
}

/** A member of a list, such as a condition or a column with its other name, by its parts. */
function plainWords(member: unknown): string {
  return typeof member === "object" && member !== null
    ? Object.values(member).map(String).join(" ")
    : String(member);
}

/** A member of a list of choices in words: the label of its value, or of the first text in an object. */
export function memberWords(
  options: readonly Option[],
  member: unknown,
  language: Language,
): string {
  const value = typeof member === "object" && member !== null
    ? Object.values(member).find((part) => typeof part === "string")
    : member;
  return options.find((option) => option.value === value)?.label[language] ?? String(value);
}

/** Whether two values of a field are the same. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The name of the variant that a value is of. */
export function variantName(value: unknown): string {
  return typeof value === "object" && value !== null && "name" in value ? String(value.name) : "";
}
