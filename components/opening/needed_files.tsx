import type { JSX } from "preact";
import { nameList } from "@/pipeline/name_list.ts";
import type { OpeningFile } from "@/web/opening_schema.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { bytesWords, countWords } from "../number_words.ts";
import { openingTexts } from "../texts_opening.ts";
import { More } from "./more.tsx";

/** The files that cells of a notebook need, and which of them are not here; nothing where they need none. */
export function NeededFiles(
  { files, count }: { readonly files: readonly OpeningFile[]; readonly count: number },
): JSX.Element | null {
  const language = useLanguage();
  if (count === 0) return null;
  return (
    <section aria-labelledby="opening-files">
      <h3 id="opening-files">
        {openingTexts.files[language]} <span class="count">{countWords(count)}</span>
      </h3>
      <ul class="opening-files">
        {files.map(({ name, content, cells, isHere }) => (
          <li key={content.sha256}>
            <StateMark state={isHere ? "ok" : "attention"} />
            <code class="file-name" title={name}>{cutName(name, 80)}</code>
            <span class="faint">{bytesWords(content.bytes)}</span>
            <span class={isHere ? "dim" : "tag warn"}>
              {openingTexts[isHere ? "isHere" : "isMissing"][language]}
            </span>
            <span class="small dim">
              {openingTexts.usedBy(nameList(cells)[language])[language]}
            </span>
          </li>
        ))}
      </ul>
      <More count={count - files.length} />
      {files.some(({ isHere }) => !isHere) && (
        <p class="small dim">{openingTexts.howToGive[language]}</p>
      )}
    </section>
  );
}
