import type { Text } from "@/pipeline/problem.ts";
import { numberWords } from "../number_words.ts";
import { numberTexts } from "../texts_numbers.ts";
import type { FieldType, NumberRange } from "./field_spec.ts";

/** What was typed into a number field: its value, or what is wrong with it. */
export type ParsedNumber = { readonly value: number | null } | { readonly wrong: Text };

/** Reads a number with a point or a comma, checked against the field's range. */
export function parseNumber(
  text: string,
  field: NumberRange & { readonly isNullable: boolean },
): ParsedNumber {
  const trimmed = text.trim().replace(/^(-?\d*),(\d+)$/, "$1.$2").replace("−", "-");
  if (trimmed === "" && field.isNullable) return { value: null };
  const value = Number(trimmed);
  if (trimmed === "" || !Number.isFinite(value)) return { wrong: numberTexts.notANumber };
  const wrong = outOfRange(value, field);
  return wrong === undefined ? { value } : { wrong };
}

/** Reads numbers between commas or spaces, each and their count checked against what the field takes. */
export function parseNumbers(
  text: string,
  { each, fewest, most }: Extract<FieldType, { type: "numbers" }>,
): { readonly value: readonly number[] } | { readonly wrong: Text } {
  const parts = text.split(/[\s,;，；、]+/).filter((part) => part !== "");
  const value = parts.map((part) => Number(part.replace("−", "-")));
  if (!value.every(Number.isFinite)) return { wrong: numberTexts.notNumbers };
  if (value.length < fewest) return { wrong: numberTexts.fewestNumbers(fewest) };
  if (value.length > most) return { wrong: numberTexts.mostNumbers(most) };
  const wrong = value.map((one) => outOfRange(one, each)).find((reason) => reason !== undefined);
  return wrong === undefined ? { value } : { wrong };
}

/** What is wrong with a number that is none of its range. */
function outOfRange(value: number, range: NumberRange): Text | undefined {
  if (range.isInteger && !Number.isInteger(value)) return numberTexts.notAnInteger;
  if (range.isAboveMinimum && value <= range.minimum) {
    return numberTexts.above(numberWords(range.minimum));
  }
  if (value < range.minimum) return numberTexts.atLeast(numberWords(range.minimum));
  if (value > range.maximum) return numberTexts.atMost(numberWords(range.maximum));
  return undefined;
}

/** A number as it stands in its field. */
export function numberText(value: unknown): string {
  return typeof value === "number" ? String(value) : "";
}

/** Numbers as they stand in their field. */
export function numbersText(value: unknown): string {
  return Array.isArray(value) ? value.map(numberText).join(", ") : "";
}
