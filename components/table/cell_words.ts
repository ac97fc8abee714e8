import type { ColumnType } from "@/pipeline/table/column_type.ts";
import type { PageCell } from "@/pipeline/table/paging/table_page.ts";
import type { Language } from "@/web/language.ts";
import { numberWords } from "../number_words.ts";

/** What stands for a missing cell: a shape, not only a colour. */
export const holeMark = "∅";

const locales = { en: "en-GB", zh: "zh-CN" } as const;

/** A cell, short enough to be read at a glance. */
export function cellWords(value: PageCell, type: ColumnType, language: Language): string {
  if (value === null) return holeMark;
  if (typeof value === "number") return numberWords(value);
  if (typeof value === "string" && type === "time") return timeWords(value, language);
  return String(value);
}

/** A cell with all that it holds; empty where it is missing. */
export function wholeCellWords(value: PageCell): string {
  if (value === null) return "";
  return typeof value === "number" ? shortestNumber(value) : String(value);
}

/** A number as it was most likely written: a float32 without the digits that it got as a double. */
function shortestNumber(value: number): string {
  if (Math.fround(value) === value) {
    for (let digits = 6; digits < 9; digits++) {
      const short = Number(value.toPrecision(digits));
      if (Math.fround(short) === value) return String(short);
    }
  }
  return String(value);
}

/** A moment in the table's own time zone, which is left as it is written. */
function timeWords(text: string, language: Language): string {
  const parts =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:[.,]0+)?Z?$/i
      .exec(text);
  if (parts === null) return text;
  const [, year, month, day, hour, minute, second] = parts.map(Number);
  const moment = new Date(
    Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour || 0, minute || 0, second || 0),
  );
  if (Number.isNaN(moment.getTime())) return text;
  return moment.toLocaleString(locales[language], {
    timeZone: "UTC",
    dateStyle: "medium",
    ...(parts[4] === undefined ? {} : { timeStyle: parts[6] === undefined ? "short" : "medium" }),
  });
}
