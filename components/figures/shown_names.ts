import type { Text } from "@/pipeline/problem.ts";
import type { Language } from "@/web/language.ts";
import { textWidth } from "../text_width.ts";

/** About how many pixels a letter of a drawing takes. */
const letterWidth = 6.8;

/** The most letters of a name that are ever told. */
const toldLetters = 200;

/** What cannot be seen, breaks lines or may not stand in XML. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]+/gu;

/** A name in the language of the page, on one line; one that nobody would read to the end is cut. */
export function nameIn(name: string | Text, language: Language): string {
  const text = typeof name === "string" ? name : name[language];
  return clipped(plainText(text.slice(0, 4 * toldLetters)), toldLetters * letterWidth);
}

/** A text on one line, without letters that cannot be seen or that no XML may hold. */
export function plainText(text: string): string {
  return text.toWellFormed().replace(unseen, " ").trim();
}

/** About how many pixels a text is wide. */
export function pixelWidth(text: string): number {
  return textWidth(text) * letterWidth;
}

/** As much of a text as is about `width` pixels wide, with an ellipsis where something is missing. */
export function clipped(text: string, width: number): string {
  if (pixelWidth(text) <= width) return text;
  let short = "";
  let taken = letterWidth;
  for (const letter of text) {
    taken += pixelWidth(letter);
    if (taken > width) break;
    short += letter;
  }
  return `${short.trimEnd()}…`;
}
