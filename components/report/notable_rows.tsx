import type { JSX } from "preact";
import { EvidenceTable } from "../diagnosis/evidence_table.tsx";
import { TieBreaker } from "../diagnosis/tie_breaker.tsx";
import { FaultName } from "../fault_name.tsx";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { diagnosisReportTexts as texts } from "../texts_diagnosis_report.ts";
import type { NotableRow } from "./diagnosis_report_page.tsx";

/** The rows that are most worth a look, and why the model says what it says of the first of them. */
export function NotableRows({ rows }: { readonly rows: readonly NotableRow[] }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const fault = (name: string): JSX.Element => (
    <FaultName name={cutName(nameFault(name).name, 100)} colour={nameFault(name).colour} />
  );
  return (
    <section class="section" aria-labelledby="notable">
      <div class="section-head">
        <h2 id="notable">{texts.notable[language]}</h2>
      </div>
      {rows.length === 0 ? <p class="dim">{texts.none[language]}</p> : (
        <>
          <p class="small dim">{texts.notableWhat[language]}</p>
          <div class="scroll" tabIndex={0} role="region" aria-label={texts.notable[language]}>
            <table class="table tight">
              <thead>
                <tr>
                  <th scope="col" class="right">{texts.rowHead[language]}</th>
                  <th scope="col">{texts.id[language]}</th>
                  <th scope="col">{texts.fault[language]}</th>
                  <th scope="col" class="right">{texts.probability[language]}</th>
                  <th scope="col">{texts.runnerUp[language]}</th>
                  <th scope="col">{texts.warnings[language]}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ row, id, diagnosis, confidence, runnerUp, isUnknown, warnings }) => (
                  <tr key={row}>
                    <td class="right">{countWords(row)}</td>
                    <td>{cutName(id, 60)}</td>
                    <td>
                      {isUnknown
                        ? (
                          <>
                            <b>{texts.unknown[language]}</b>{" "}
                            <span class="faint">
                              {texts.guess(cutName(nameFault(diagnosis ?? "").name, 60))[language]}
                            </span>
                          </>
                        )
                        : diagnosis !== null && fault(diagnosis)}
                    </td>
                    <td class="right">
                      {confidence === null ? "–" : percentWords(confidence, language)}
                    </td>
                    <td>{runnerUp !== null && fault(runnerUp)}</td>
                    <td class="small dim">{cutName(warnings, 300)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.map(({ row, id, answer }) =>
            answer && (
              <article key={row} class="notable-row">
                <h3>{texts.row(countWords(row), cutName(id, 60))[language]}</h3>
                <div class="row-detail">
                  <EvidenceTable answer={answer} />
                  <TieBreaker answer={answer} />
                </div>
              </article>
            )
          )}
        </>
      )}
    </section>
  );
}
