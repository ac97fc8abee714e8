import type { JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { KpiName } from "./kpi_name.tsx";
import { rangeWords, valueWords } from "./range_words.ts";
import { isBeyond } from "./shown_ranges.ts";

const inSight = 5;

/** The KPIs of an unknown row that lie outside everything the model has learnt from. */
export function OutsideKpis({ answer }: { answer: RowAnswer }): JSX.Element | null {
  const language = useLanguage();
  if (answer.evidence === null) return null;
  const outside = answer.evidence.features.filter(isBeyond);
  if (outside.length === 0) {
    return <p class="small dim">{rowAnswerTexts.inside[language]}</p>;
  }
  return (
    <>
      <h4 class="sub-head">{rowAnswerTexts.outside[language]}</h4>
      <ul class="checks">
        {outside.slice(0, inSight).map(({ feature, value, all }) => (
          <li key={feature}>
            <KpiName name={feature} />
            <small>
              {rowAnswerTexts.outsideIs(
                valueWords(value, language),
                rangeWords(all, language, value),
              )[language]}
            </small>
          </li>
        ))}
        {outside.length > inSight && (
          <li class="faint">
            {rowAnswerTexts.outsideMore(countWords(outside.length - inSight))[language]}
          </li>
        )}
      </ul>
    </>
  );
}
