import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TableReport } from "@/pipeline/cells/table_report.ts";
import type { Text } from "@/pipeline/problem.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { importTexts } from "../texts_import.ts";

const step = 20;

/** The rows that were set aside and the cells that became missing: where, why, and what stands there. */
export function SetAside({ report }: { readonly report: TableReport }): JSX.Element {
  const language = useLanguage();
  const { badRows, badCells, isWhole } = report;
  const isNone = badRows.count + badCells.count === 0;
  return (
    <section class="section" aria-labelledby="set-aside">
      <div class="section-head">
        <h2 id="set-aside">
          {importTexts.setAside[language]}{" "}
          <span class="count">{countWords(badRows.count + badCells.count)}</span>
        </h2>
        {!isWhole && <span class="small dim push">{importTexts.asideSoFar[language]}</span>}
      </div>
      {isNone && <p class="small dim">{importTexts.asideNone[language]}</p>}
      {badRows.count > 0 && <Aside title={rowsWords(badRows.count)[language]} entries={badRows} />}
      {badCells.count > 0 && (
        <Aside
          title={importTexts.asideCells(countWords(badCells.count))[language]}
          entries={badCells}
        />
      )}
    </section>
  );
}

/** How many rows were set aside. */
export function rowsWords(count: number): Text {
  if (count === 0) return importTexts.noAsideRows;
  return count === 1 ? importTexts.oneAsideRow : importTexts.asideRows(countWords(count));
}

function Aside(
  { title, entries: { count, listed } }: {
    readonly title: string;
    readonly entries: TableReport["badRows"];
  },
): JSX.Element {
  const language = useLanguage();
  const [most, setMost] = useState(step);
  return (
    <>
      <div class="scroll" tabIndex={0} role="group" aria-label={title}>
        <table class="table tight set-aside">
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col" class="right line-number">{importTexts.line[language]}</th>
              <th scope="col">{importTexts.column[language]}</th>
              <th scope="col">{importTexts.reason[language]}</th>
              <th scope="col">{importTexts.original[language]}</th>
            </tr>
          </thead>
          <tbody>
            {listed.slice(0, most).map(({ line, column, reason, raw }, index) => (
              <tr key={index}>
                <td class="right line-number">{countWords(line)}</td>
                <td class="column-title" title={column ?? ""}>{(column ?? "").slice(0, 200)}</td>
                <td class="wrap">{reason[language]}</td>
                <td>
                  <code class="raw" title={raw}>{raw.slice(0, 300)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {listed.length > most
        ? (
          <button type="button" class="button quiet" onClick={() => setMost(most + 5 * step)}>
            {importTexts.showMore[language]}
          </button>
        )
        : count > listed.length && (
          <p class="small dim">
            {importTexts.moreAside(countWords(count - listed.length))[language]}
          </p>
        )}
    </>
  );
}
