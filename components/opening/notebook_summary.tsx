import type { JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import type { OpeningNotebook } from "@/web/opening_schema.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { openingTexts } from "../texts_opening.ts";
import { More } from "./more.tsx";
import { NeededFiles } from "./needed_files.tsx";
import { OpeningNotices } from "./opening_notices.tsx";
import { StrangeCode } from "./strange_code.tsx";

/** What a notebook will do: its cells, its code, the files it needs, and what is wrong with it. */
export function NotebookSummary({ summary }: { readonly summary: OpeningNotebook }): JSX.Element {
  const language = useLanguage();
  const { cells, cellCount, problems, problemCount, reading, format } = summary;
  const what = openingTexts[reading === null ? "isNotebook" : "isJupyter"](format);
  const sentences = [what[language], countsOf(summary)[language]];
  return (
    <>
      <p>
        {sentences.join({ en: ": ", zh: "：" }[language])}
        {{ en: ". ", zh: "。" }[language]}
        {openingTexts.nothingRuns[language]}
      </p>
      <OpeningNotices notices={summary.notices} />
      {problemCount > 0 && (
        <section aria-labelledby="opening-problems">
          <h3 id="opening-problems">
            {openingTexts.problems[language]} <span class="count">{countWords(problemCount)}</span>
          </h3>
          <ul class="opening-problems">
            {problems.map(({ message, hint }, index) => (
              <li key={index}>
                <span class="what">{message[language]}</span>
                {{ en: " ", zh: "" }[language]}
                {hint[language]}
              </li>
            ))}
          </ul>
          <More count={problemCount - problems.length} />
          <p class="small dim">{openingTexts.problemsStay[language]}</p>
        </section>
      )}
      <NeededFiles files={summary.files} count={summary.fileCount} />
      <StrangeCode code={summary.code} />
      {cellCount > 0 && (
        <section aria-labelledby="opening-cells">
          <h3 id="opening-cells">
            {openingTexts.cells[language]} <span class="count">{countWords(cellCount)}</span>
          </h3>
          <ol class="opening-cells">
            {cells.map(({ id, kind, kindTitle, title, isCostly }) => (
              <li key={id}>
                <span class="cell-name" title={title || id}>
                  {title === "" ? kindTitle?.[language] ?? cutName(kind, 60) : cutName(title, 80)}
                </span>
                {title !== "" && (
                  <span class="dim">{kindTitle?.[language] ?? cutName(kind, 60)}</span>
                )}
                {kindTitle === null && (
                  <span class="tag warn">{openingTexts.unknownKind[language]}</span>
                )}
                {isCostly && <span class="tag">{openingTexts.takesLong[language]}</span>}
              </li>
            ))}
          </ol>
          <More count={cellCount - cells.length} />
        </section>
      )}
    </>
  );
}

function countsOf({ cellCount, costlyCount }: OpeningNotebook): Text {
  const { noCells, oneCell, cellsInAll, oneCostlyCell, costlyCells } = openingTexts;
  if (cellCount === 0) return noCells;
  const all = cellCount === 1 ? oneCell : cellsInAll(countWords(cellCount));
  if (costlyCount === 0) return all;
  const costly = costlyCount === 1 ? oneCostlyCell : costlyCells(countWords(costlyCount));
  return { en: `${all.en}, ${costly.en}`, zh: `${all.zh}，${costly.zh}` };
}
