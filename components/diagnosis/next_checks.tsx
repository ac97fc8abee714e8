import type { JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { numberWords, percentWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { KpiName } from "./kpi_name.tsx";

/** The KPIs worth a look: how much of the doubt each would settle, and what its readings would mean. */
export function NextChecks(
  { checks }: {
    readonly checks: RowAnswer["checks"];
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  if (checks.length === 0) return <p class="small dim">{rowAnswerTexts.noChecks[language]}</p>;
  return (
    <>
      <h4 class="sub-head">{rowAnswerTexts.checkNext[language]}</h4>
      <ol class="checks">
        {checks.map(({ feature, isMissing, drop, readings }) => (
          <li key={feature}>
            <span class="check-name">
              <KpiName name={feature} />
              {isMissing && <span class="tag warn">{rowAnswerTexts.missingHere[language]}</span>}
            </span>
            <span
              class="check-drop"
              title={rowAnswerTexts.drop(percentWords(drop, language))[language]}
            >
              {percentWords(drop, language)}
            </span>
            <small>
              {readings.length === 0 && rowAnswerTexts.noReadings[language]}
              {readings.map(({ relation, value, fault }) =>
                rowAnswerTexts.reading(
                  relation,
                  numberWords(value),
                  cutName(nameFault(fault).name, 60),
                )[language]
              ).join({ en: "; ", zh: "；" }[language])}
            </small>
          </li>
        ))}
      </ol>
    </>
  );
}
