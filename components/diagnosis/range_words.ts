import type { Language } from "@/web/language.ts";
import { numberWords, shortNumberWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";

/** The lowest and the highest number of a range. */
export type Range = readonly [number, number];

/**
 * A range: `0.4–9.1`, `-3 to 2`; a dash where it is not known. In three digits, or in more where those would put
 * `value` on the other side of an end.
 */
export function rangeWords(
  range: Range | null,
  language: Language,
  value: number | null = null,
): string {
  if (range === null) return "–";
  const isShort = shortNumberWords(range[0]) !== shortNumberWords(range[1]) &&
    (value === null ||
      range.every((end) => Math.sign(value - end) === Math.sign(value - rounded(end))));
  const [low, high] = range.map(isShort ? shortNumberWords : numberWords);
  if (low === undefined || high === undefined || low === high) return low ?? "–";
  return range[0] < 0 ? rowAnswerTexts.range(low, high)[language] : `${low}–${high}`;
}

/** As {@linkcode shortNumberWords} shows it. */
function rounded(number: number): number {
  return Number(number.toPrecision(3));
}

/** A measured value of a KPI; the word for a hole where there is none. */
export function valueWords(value: number | null, language: Language): string {
  return value === null ? rowAnswerTexts.missing[language] : numberWords(value);
}

/** Words for weights that stand below one another, each with its sign: `+1.21`, `−0.74`. */
export function weightWords(weights: readonly number[]): (weight: number) => string {
  const largest = Math.max(0, ...weights.map(Math.abs));
  const places = largest === 0 ? 2 : Math.min(6, Math.max(2, 1 - Math.floor(Math.log10(largest))));
  return (weight) => {
    const size = Math.abs(weight).toFixed(places);
    return Number(size) === 0 ? size : `${weight < 0 ? "−" : "+"}${size}`;
  };
}

/** What a row is sure of, given the share of wrong answers that is accepted: `95 %`. */
export function promisedWords(errorRate: number, language: Language): string {
  return shareWords(1 - errorRate, language);
}

/** A share that somebody has chosen, without digits that say nothing: `5 %`. */
export function shareWords(share: number, language: Language): string {
  const percent = String(Number((share * 100).toFixed(1)));
  return language === "en" ? `${percent}\u00a0%` : `${percent}%`;
}

/** A probability as tables show it: `0.52`. */
export function probabilityWords(probability: number): string {
  return probability > 0.995 && probability < 1
    ? probability.toFixed(3).replace("1.000", "0.999")
    : probability.toFixed(2);
}
