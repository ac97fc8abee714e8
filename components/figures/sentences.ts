import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";

/** Several statements as one text; each ends like a sentence. */
export function sentences(language: Language, statements: readonly Text[]): string {
  const said = statements.map((statement) => statement[language]);
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
