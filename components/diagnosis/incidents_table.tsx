import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Incident } from "@/pipeline/diagnosis/findings.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { diagnosisRowsTexts } from "../texts_diagnosis_rows.ts";
import { NamedFault } from "./named_fault.tsx";
import { UnknownFault } from "./unknown_fault.tsx";

const inSight = 8;

/** The incidents of a table whose rows belong to groups: what each one is, and where it begins. */
export function IncidentsTable(
  { incidents, onRow }: {
    readonly incidents: readonly Incident[];
    /** Leads to a row. */
    readonly onRow: (row: number) => void;
  },
): JSX.Element | null {
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const texts = diagnosisPageTexts;
  if (incidents.length === 0) return null;
  const isNoveltyKnown = incidents.some(({ novelty }) => novelty !== null);
  const isLong = incidents.length > inSight + 1;
  const shown = isWhole || !isLong ? incidents : incidents.slice(0, inSight);
  return (
    <section class="section" aria-labelledby="incidents">
      <div class="section-head">
        <h2 id="incidents">
          {texts.incidentsTitle[language]} <span class="count">{countWords(incidents.length)}</span>
        </h2>
      </div>
      <div
        class="scroll"
        tabIndex={0}
        role="region"
        aria-label={texts.incidentsTitle[language]}
      >
        <table class="table tight incidents">
          <thead>
            <tr>
              <th scope="col">{texts.incident[language]}</th>
              <th scope="col" class="right">{texts.incidentRows[language]}</th>
              <th scope="col">{texts.incidentFault[language]}</th>
              <th scope="col" class="right">{texts.incidentShare[language]}</th>
              {isNoveltyKnown && (
                <th scope="col" class="right not-narrow" title={texts.noveltyWhat[language]}>
                  {texts.novelty[language]}
                </th>
              )}
              <th scope="col" class="needs-script">
                <span class="visually-hidden">{texts.whereItBegins[language]}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ group, rows, firstRow, diagnosis, diagnosed, novelty, isUnknown }) => (
              <tr key={group}>
                <th scope="row" title={group}>
                  <bdi>{cutName(group, 60)}</bdi>
                </th>
                <td class="right">{countWords(rows)}</td>
                <td>
                  {isUnknown
                    ? <UnknownFault />
                    : diagnosis === null
                    ? <span class="faint">{diagnosisRowsTexts.notRead[language]}</span>
                    : <NamedFault fault={diagnosis} />}
                </td>
                <td class="right dim">{percentWords(diagnosed / Math.max(1, rows), language)}</td>
                {isNoveltyKnown && (
                  <td class="right dim not-narrow">
                    {novelty === null ? "–" : percentWords(novelty, language)}
                  </td>
                )}
                <td class="right needs-script">
                  <button
                    type="button"
                    class="link-button"
                    onClick={() =>
                      onRow(firstRow)}
                  >
                    {texts.firstRow(countWords(firstRow))[language]}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {isLong && (
        <p class="more needs-script">
          <button type="button" class="link-button" onClick={() => setWhole(!isWhole)}>
            {(isWhole ? texts.fewOfThem : texts.allOfThem(countWords(incidents.length)))[language]}
          </button>
        </p>
      )}
    </section>
  );
}
