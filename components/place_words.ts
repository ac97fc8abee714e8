import type { Place } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";

/** Where in a file something is wrong: `kpis.csv, line 3, column 2`; empty where nothing is known. */
export function placeWords({ file, line, column }: Place, language: Language): string {
  const words = {
    en: [file, line && `line ${line}`, column && `column ${column}`],
    zh: [file, line && `第 ${line} 行`, column && `第 ${column} 列`],
  }[language];
  return words.filter(Boolean).join({ en: ", ", zh: "，" }[language]);
}
