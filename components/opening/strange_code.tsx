import type { JSX } from "preact";
import type { OpeningCode } from "@/web/opening_schema.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { openingTexts } from "../texts_opening.ts";

const languageNames = { typescript: "TypeScript", sql: "SQL" } as const;

/** All code in a file, in full, since it is somebody else's; nothing where there is none. */
export function StrangeCode(
  { code }: { readonly code: readonly OpeningCode[] },
): JSX.Element | null {
  const language = useLanguage();
  if (code.length === 0) return null;
  return (
    <section aria-labelledby="opening-code">
      <h3 id="opening-code">
        {openingTexts.code[language]} <span class="count">{countWords(code.length)}</span>
      </h3>
      <p class="note">
        <StateMark state="attention" />
        <span>{openingTexts.codeWarning[language]}</span>
      </p>
      {code.map(({ cell, language: written, source }, index) => {
        const title = openingTexts.codeOfCell(cell, languageNames[written])[language];
        return (
          <figure key={index} class="strange-code">
            <figcaption class="small dim">{title}</figcaption>
            <pre tabIndex={0} role="group" aria-label={title}><code>{source}</code></pre>
          </figure>
        );
      })}
    </section>
  );
}
