import type { JSX } from "preact";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { progressTexts } from "../texts_diagnosis_progress.ts";
import { NamedFault } from "./named_fault.tsx";
import { probabilityWords } from "./range_words.ts";
import { UnknownFault } from "./unknown_fault.tsx";

/** The first rows of a diagnosis that still runs. */
export function DiagnosisHeadRows(
  { diagnosis: { head } }: { readonly diagnosis: DiagnosisAnswer },
): JSX.Element | null {
  const language = useLanguage();
  if (head === null || head.length === 0) return null;
  return (
    <section class="section" aria-labelledby="first-rows">
      <div class="section-head">
        <h2 id="first-rows">{progressTexts.soFar[language]}</h2>
      </div>
      <div class="table-scroll">
        <table class="table rows-so-far">
          <thead>
            <tr>
              <th scope="col">{diagnosisTexts.row[language]}</th>
              <th scope="col">{diagnosisTexts.fault[language]}</th>
              <th scope="col" class="right">{diagnosisTexts.probability[language]}</th>
              <th scope="col">{diagnosisTexts.runnerUp[language]}</th>
              <th scope="col">{diagnosisTexts.warnings[language]}</th>
            </tr>
          </thead>
          <tbody>
            {head.map(({ id, diagnosis, confidence, runnerUp, verdict, warnings }, row) => (
              <tr key={row}>
                <th scope="row">{cutName(id, 60)}</th>
                <td>
                  {diagnosis === null
                    ? <span class="faint">{diagnosisTexts.notRead[language]}</span>
                    : verdict === "unknown"
                    ? <UnknownFault />
                    : <NamedFault fault={diagnosis} />}
                </td>
                <td class="right">
                  {confidence === null ? "–" : probabilityWords(confidence)}
                </td>
                <td>{runnerUp !== null && <NamedFault fault={runnerUp} />}</td>
                <td class="small dim">{warnings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
