import type { Language } from "@/web/language.ts";
import { percentWords } from "../number_words.ts";

/** An error rate as one would say it: `5 %`, `2.5 %`. */
export function rateWords(rate: number, language: Language): string {
  return percentWords(rate, language).replace(".0", "");
}
