import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { homeTexts } from "../texts_home.ts";

/** The first entries of a list, and a button for the rest where there are more than `count`. */
export function useShortened<Entry>(
  all: readonly Entry[],
  count: number,
): { readonly shown: readonly Entry[]; readonly more: JSX.Element | null } {
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  if (isWhole || all.length <= count) return { shown: all, more: null };
  return {
    shown: all.slice(0, count),
    more: (
      <div class="more">
        <button type="button" class="link-button" onClick={() => setWhole(true)}>
          {homeTexts.all(all.length)[language]}
        </button>
      </div>
    ),
  };
}
