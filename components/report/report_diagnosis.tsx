import type { JSX } from "preact";
import { faultColours } from "../fault_colours.ts";
import { FaultName } from "../fault_name.tsx";
import { useLanguage } from "../language.ts";
import { countWords, percentWords } from "../number_words.ts";
import { reportTexts } from "../texts_report.ts";
import type { DiagnosisCounts } from "./report.ts";

/** How many rows were given each fault, the most frequent first. */
export function DiagnosisCountsView(
  { diagnosis, isOpen }: { readonly diagnosis: DiagnosisCounts; readonly isOpen: boolean },
): JSX.Element {
  const language = useLanguage();
  const { rows, counts, notices } = diagnosis;
  const colours = faultColours(counts.map(({ fault }) => fault));
  const sorted = counts.toSorted((one, other) => other.rows - one.rows);
  return (
    <details class="report-part report-counts" open={isOpen}>
      <summary>
        {reportTexts.diagnosis[language]}{" "}
        <span class="faint">{reportTexts.rowCount(countWords(rows))[language]}</span>
      </summary>
      <table class="table tight">
        <thead>
          <tr>
            <th scope="col">{reportTexts.fault[language]}</th>
            <th scope="col" class="right">{reportTexts.rows[language]}</th>
            <th scope="col" class="right">{reportTexts.share[language]}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ fault, rows: count }) => (
            <tr key={fault}>
              <td>
                <FaultName name={fault} colour={colours.get(fault)} />
              </td>
              <td class="right">{countWords(count)}</td>
              <td class="right">{rows === 0 ? "" : percentWords(count / rows, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {notices.map((notice) => <p key={notice} class="tiny dim">{notice}</p>)}
    </details>
  );
}
