import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { openingTexts } from "../texts_opening.ts";

/** How many more there are than are shown. */
export function More({ count }: { readonly count: number }): JSX.Element | null {
  const language = useLanguage();
  if (count <= 0) return null;
  return <p class="small dim">{openingTexts.moreCells(countWords(count))[language]}</p>;
}
