import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { figureSentences } from "../texts_figure_sentences.ts";

/** Several statements as one text, each of which ends like a sentence; without any, that there is nothing. */
export function sentences(language: Language, statements: readonly Text[]): string {
  const said = (statements.length === 0 ? [figureSentences.empty] : statements)
    .map((statement) => statement[language]);
  return language === "en" ? said.map((each) => `${each}.`).join(" ") : `${said.join("；")}。`;
}

/** Names or numbers in a row. */
export function listed(language: Language, items: readonly string[]): string {
  return items.join(language === "en" ? ", " : "、");
}

/** The least and the greatest of many numbers; undefined where there is none. */
export function rangeOf(
  numbers: Iterable<number | null>,
): { readonly low: number; readonly high: number } | undefined {
  let low = Infinity, high = -Infinity;
  for (const number of numbers) {
    if (number === null) continue;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return low <= high ? { low, high } : undefined;
}

/** The indices of the greatest numbers, the greatest first. */
export function topOf(numbers: readonly number[], count: number): number[] {
  return numbers.map((_, index) => index)
    .sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b)
    .slice(0, count);
}
