import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { TablePreview } from "@/pipeline/cells/table_report.ts";
import { useLanguage } from "../language.ts";
import { countWords, numberWords } from "../number_words.ts";
import { importTexts } from "../texts_import.ts";

/** So many columns are in the page at a time: more would make it slow. */
const inSight = 40;

/** The first rows as they are read, with their lines in the file. */
export function FirstRows({ preview }: { readonly preview: TablePreview }): JSX.Element {
  const language = useLanguage();
  const [first, setFirst] = useState(0);
  const { report: { columns, reading }, head: { lines, cells } } = preview;
  useEffect(() => setFirst(0), [columns.length]);
  const shown = columns.slice(first, first + inSight);
  const last = first + shown.length;
  return (
    <section class="section" aria-labelledby="first-rows">
      <div class="section-head">
        <h2 id="first-rows">{importTexts.firstRows[language]}</h2>
        {columns.length > inSight && (
          <div class="push pager">
            <span class="small dim">
              {importTexts.columnsShown(
                countWords(first + 1),
                countWords(last),
                countWords(columns.length),
              )[language]}
            </span>
            <button
              type="button"
              class="button"
              disabled={first === 0}
              onClick={() => setFirst(Math.max(0, first - inSight))}
            >
              {importTexts.earlierColumns[language]}
            </button>
            <button
              type="button"
              class="button"
              disabled={last >= columns.length}
              onClick={() => setFirst(last)}
            >
              {importTexts.laterColumns[language]}
            </button>
          </div>
        )}
      </div>
      <div
        class="scroll first-rows"
        tabIndex={0}
        role="group"
        aria-label={importTexts.firstRows[language]}
      >
        <table class="table tight">
          <thead>
            <tr>
              <th scope="col" class="right line-number">
                {importTexts[reading.format.value === "parquet" ? "row" : "line"][language]}
              </th>
              {shown.map(({ name, type, role }, index) => (
                <th
                  key={index}
                  scope="col"
                  class={type.value === "number" ? "right" : ""}
                  title={name.slice(0, 1000)}
                >
                  <span class="column-name">{name.slice(0, 200)}</span>
                  <span class={`column-role is-${role.value}`}>
                    {importTexts[type.value][language]}
                    {role.value !== "feature" && role.value !== "time" &&
                      `, ${importTexts[role.value][language]}`}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((row, index) => (
              <tr key={index}>
                <th scope="row" class="right line-number">{countWords(lines[index] ?? 0)}</th>
                {row.slice(first, last).map((cell, column) => (
                  <td key={column} class={typeof cell === "number" ? "right" : ""}>
                    {cell === null
                      ? (
                        <span class="hole" title={importTexts.missing[language]}>
                          <span aria-hidden="true">–</span>
                          <span class="visually-hidden">{importTexts.missing[language]}</span>
                        </span>
                      )
                      : typeof cell === "number"
                      ? <span title={String(cell)}>{numberWords(cell)}</span>
                      : <span class="cell-text" title={String(cell)}>{String(cell)}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
