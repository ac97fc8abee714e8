import type { Text } from "@/pipeline/problem.ts";
import { numberWords } from "../number_words.ts";
import { formTexts } from "../texts_form.ts";
import type { FieldSpec } from "./field_spec.ts";

type NumberSpec = Extract<FieldSpec, { type: "number" }>;

/** What was typed into a number field: its value, or what is wrong with it. */
export type ParsedNumber = { readonly value: number | null } | { readonly wrong: Text };

/** Reads a number with a point or a comma, checked against the field's range. */
export function parseNumber(text: string, spec: NumberSpec): ParsedNumber {
  const trimmed = text.trim().replace(/^(-?\d*),(\d+)$/, "$1.$2").replace("−", "-");
  if (trimmed === "" && spec.isNullable) return { value: null };
  const value = Number(trimmed);
  if (trimmed === "" || !Number.isFinite(value)) return { wrong: formTexts.notANumber };
  if (spec.isInteger && !Number.isInteger(value)) return { wrong: formTexts.notAnInteger };
  if (spec.isAboveMinimum && value <= spec.minimum) {
    return { wrong: formTexts.above(numberWords(spec.minimum)) };
  }
  if (value < spec.minimum) return { wrong: formTexts.atLeast(numberWords(spec.minimum)) };
  if (value > spec.maximum) return { wrong: formTexts.atMost(numberWords(spec.maximum)) };
  return { value };
}

/** A number as it stands in its field. */
export function numberText(value: unknown): string {
  return typeof value === "number" ? String(value) : "";
}
