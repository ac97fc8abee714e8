import type { Language } from "@/web/language.ts";
import { secondsWords } from "./number_words.ts";
import { runTexts } from "./texts_run.ts";

/** The time that is left as one would say it: `about 48 s left`, the longer the less exactly. */
export function remainingWords(seconds: number, language: Language): string {
  if (seconds < 4) return runTexts.nearlyDone[language];
  const step = seconds < 20 ? 1 : seconds < 60 ? 2 : seconds < 180 ? 10 : seconds < 3600 ? 60 : 300;
  const rounded = Math.max(10, Math.round(seconds / step) * step);
  const exact = seconds < 10 ? Math.round(seconds) : rounded;
  const [s, min] = { en: [" s", " min"], zh: [" 秒", " 分钟"] }[language];
  const words = exact < 60
    ? `${exact}${s}`
    : exact % 60 === 0 && exact < 3600
    ? `${exact / 60}${min}`
    : secondsWords(exact, language);
  return runTexts.left(words)[language];
}
