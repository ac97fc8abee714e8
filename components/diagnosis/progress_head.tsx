import type { JSX } from "preact";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { faultColours } from "../fault_colours.ts";
import { FaultName } from "../fault_name.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { percentWords } from "../number_words.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { progressTexts } from "../texts_diagnosis_progress.ts";

/** The first rows of a diagnosis that still runs. */
export function DiagnosisHeadRows(
  { diagnosis: { head, model } }: { readonly diagnosis: DiagnosisAnswer },
): JSX.Element | null {
  const language = useLanguage();
  if (head === null || head.length === 0) return null;
  const colours = faultColours(model.classes);
  const name = (fault: string | null): JSX.Element | string =>
    fault === null
      ? diagnosisTexts.notRead[language]
      : <FaultName name={cutName(fault, 100)} colour={colours.get(fault)} />;
  return (
    <section class="section" aria-labelledby="first-rows">
      <div class="section-head">
        <h2 id="first-rows">{progressTexts.soFar[language]}</h2>
      </div>
      <div class="table-scroll">
        <table class="table">
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
            {head.map(({ id, diagnosis, confidence, runnerUp, warnings }, row) => (
              <tr key={row}>
                <th scope="row">{cutName(id, 60)}</th>
                <td>{name(diagnosis)}</td>
                <td class="right">
                  {confidence === null ? "–" : percentWords(confidence, language)}
                </td>
                <td>{runnerUp !== null && name(runnerUp)}</td>
                <td class="small dim">{warnings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
