import type { JSX } from "preact";
import type { Differences } from "@/web/differences_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { compareTexts } from "../texts_diagnosis_compare.ts";
import { NamedFault } from "./named_fault.tsx";

/** Which rows of the same file are diagnosed otherwise: from what to what. */
export function CompareRows(
  { differences: { a, b, rows } }: { readonly differences: Differences },
): JSX.Element {
  const language = useLanguage();
  const name = (fault: string | null): JSX.Element | string =>
    fault === null ? compareTexts.unread[language] : <NamedFault fault={fault} />;
  return (
    <section class="section" aria-labelledby="compare-rows">
      <div class="section-head">
        <h2 id="compare-rows">{compareTexts.rows[language]}</h2>
        {rows !== null && rows.changed > 0 && (
          <a
            class="button push"
            href={`/api/diagnoses/${a.id}/differences/file?${new URLSearchParams({ with: b.id })}`}
            download
          >
            <Icon name="download" />
            {compareTexts.download[language]}
          </a>
        )}
      </div>
      {rows === null ? <p class="dim">{compareTexts.otherFile[language]}</p> : (
        <>
          <p>
            {rows.changed === 0
              ? compareTexts.same(countWords(rows.compared))[language]
              : compareTexts.changed(
                countWords(rows.changed),
                countWords(rows.compared),
                percentWords(rows.changed / Math.max(1, rows.compared), language),
              )[language]} {rows.compared < a.rows &&
              compareTexts.compared(countWords(rows.compared), countWords(a.rows))[language]}
          </p>
          {rows.changed > 0 && (
            <div class="compare-tables">
              <table class="table">
                <thead>
                  <tr>
                    <th scope="col">{compareTexts.from[language]}</th>
                    <th scope="col">{compareTexts.to[language]}</th>
                    <th scope="col" class="right">{compareTexts.count[language]}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.moves.map(({ from, to, rows: count }) => (
                    <tr key={JSON.stringify([from, to])}>
                      <td>{name(from)}</td>
                      <td>{name(to)}</td>
                      <td class="right">{countWords(count)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <div>
                <table class="table">
                  <thead>
                    <tr>
                      <th scope="col" class="right">{compareTexts.row[language]}</th>
                      <th scope="col">{compareTexts.id[language]}</th>
                      <th scope="col">{compareTexts.from[language]}</th>
                      <th scope="col">{compareTexts.to[language]}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.first.map(({ row, id, from, to }) => (
                      <tr key={row}>
                        <td class="right">
                          <a
                            href={`/sample?${new URLSearchParams({
                              diagnosis: b.id,
                              row: String(row),
                            })}`}
                          >
                            {countWords(row)}
                          </a>
                        </td>
                        <td class="cut">{cutName(id, 60)}</td>
                        <td>{name(from)}</td>
                        <td>{name(to)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
                {rows.first.length < rows.changed && (
                  <p class="small dim">
                    {compareTexts.firstOnes(
                      countWords(rows.first.length),
                      countWords(rows.changed),
                    )[language]}
                  </p>
                )}
              </div>
            </div>
          )}
        </>
      )}
    </section>
  );
}
