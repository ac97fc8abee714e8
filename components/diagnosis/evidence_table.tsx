import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { EvidenceRow } from "./evidence_row.tsx";
import { rangesOf } from "./shown_ranges.ts";
import { weightWords } from "./range_words.ts";

/** So many KPIs are in sight at first. */
const inSight = 7;

/** The KPIs that speak for a diagnosis and against it, each with its value and the ranges it is judged by. */
export function EvidenceTable(
  { answer, children }: {
    readonly answer: RowAnswer;
    /** What else can be done, at the end of the line below the table. */
    readonly children?: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const [isWhole, setWhole] = useState(false);
  const { evidence } = answer;
  const name = cutName(nameFault(answer.diagnosis).name, 60);
  const title = rowAnswerTexts[answer.verdict === "unknown" ? "whyGuess" : "why"](name)[language];
  if (evidence === null) {
    return (
      <div class="evidence">
        <h3>{title}</h3>
        <p class="small dim">{rowAnswerTexts.noEvidence[language]}</p>
        {children && <p class="more">{children}</p>}
      </div>
    );
  }
  const { features, unit, base } = evidence;
  const words = weightWords([base, ...features.map(({ contribution }) => contribution)]);
  const ranges = rangesOf(answer, nameFault);
  const shown = isWhole ? features : features.slice(0, inSight);
  const rest = features.slice(inSight);
  const together = rest.reduce((sum, { contribution }) => sum + contribution, 0);
  const largest = Math.max(0, ...features.map(({ contribution }) => Math.abs(contribution)));
  const explained = unit === "score" ? "barsOfScore" : "barsOfProbability";
  return (
    <div class="evidence">
      <h3>{title}</h3>
      <p class="small dim">
        {rowAnswerTexts[explained](name, words(base).replace("+", ""))[language]}{" "}
        <span class="legend not-narrow" title={rowAnswerTexts.rangesHelp[language]}>
          {ranges.upper && <LegendEntry {...ranges.upper} />}
          <LegendEntry {...ranges.lower} />
          <LegendEntry colour="value-ink" legend={rowAnswerTexts.legendValue} isThin />
        </span>
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={rowAnswerTexts.kpi[language]}>
        <table class="table tight kpis">
          <thead>
            <tr>
              <th scope="col">{rowAnswerTexts.kpi[language]}</th>
              <th scope="col" class="right">{rowAnswerTexts.value[language]}</th>
              {ranges.upper && (
                <th scope="col" class="right wide-only" title={rowAnswerTexts.rangesHelp[language]}>
                  {ranges.upper.head[language]}
                </th>
              )}
              <th scope="col" class="right wide-only" title={rowAnswerTexts.rangesHelp[language]}>
                {ranges.lower.head[language]}
              </th>
              <th scope="col" class="not-narrow">{rowAnswerTexts.rangesAndValue[language]}</th>
              <th scope="col">{rowAnswerTexts.againstFor[language]}</th>
              <th scope="col" class="right">{rowAnswerTexts.weight[language]}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((each) => (
              <EvidenceRow
                key={each.feature}
                evidence={each}
                ranges={ranges}
                colour={nameFault(answer.diagnosis).colour}
                largest={largest}
                words={words}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p class="more">
        {rest.length > 0 && (
          <button
            type="button"
            class="link-button"
            onClick={() => setWhole(!isWhole)}
          >
            {isWhole
              ? rowAnswerTexts.fewerKpis[language]
              : rowAnswerTexts.moreKpis(rest.length, countWords(rest.length), words(together))[
                language
              ]}
          </button>
        )}
        {children}
      </p>
    </div>
  );
}

function LegendEntry(
  { colour, legend, isThin = false }: {
    readonly colour: string | undefined;
    readonly legend: { readonly en: string; readonly zh: string };
    readonly isThin?: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <span>
      <svg class={colour} viewBox="0 0 8 8" aria-hidden="true">
        {isThin ? <rect x={3} width={2} height={8} /> : <rect width={8} height={8} />}
      </svg>
      {legend[language]}
    </span>
  );
}
