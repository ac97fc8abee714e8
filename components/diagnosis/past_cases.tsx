import type { JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Language } from "@/web/language.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, numberWords } from "../number_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { KpiName } from "./kpi_name.tsx";
import { NamedFault } from "./named_fault.tsx";
import { valueWords } from "./range_words.ts";

const kpisInSight = 3;

/** The training rows most like this one, of the diagnosis and of the runner-up, by the KPIs that matter most. */
export function PastCases(
  { answer, features, values }: {
    readonly answer: RowAnswer;
    /** The features of the model, in the order of its card. */
    readonly features: readonly string[];
    /** Those of this row, in the same order. */
    readonly values: readonly (number | null)[];
  },
): JSX.Element | null {
  const language = useLanguage();
  const { cases } = answer;
  if (cases.length === 0) return null;
  const shown = telling(answer).map((name) => ({ name, place: features.indexOf(name) }))
    .filter(({ place }) => place >= 0);
  const isBoth = new Set(cases.map(({ fault }) => fault)).size === 2;
  const title = rowAnswerTexts[isBoth ? "casesOfBoth" : "cases"][language];
  const cells = (row: readonly (number | null)[]): JSX.Element[] =>
    shown.map(({ name, place }) => {
      const value = row[place] ?? null;
      return (
        <td key={name} class={value === null ? "right not-narrow hole" : "right not-narrow"}>
          {valueWords(value, language)}
        </td>
      );
    });
  return (
    <>
      <h4 class="sub-head">{title}</h4>
      <div class="scroll" tabIndex={0} role="region" aria-label={title}>
        <table class="table tight">
          <thead>
            <tr>
              <th scope="col">{rowAnswerTexts.fault[language]}</th>
              <th scope="col">{rowAnswerTexts.caseHead[language]}</th>
              <th scope="col" class="right">{rowAnswerTexts.distance[language]}</th>
              {shown.map(({ name }) => (
                <th key={name} scope="col" class="right not-narrow">
                  <KpiName name={name} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cases.map(({ fault, row, group, distance, values: past }, index) => (
              <tr key={index}>
                <td>
                  <NamedFault fault={fault} />
                </td>
                <td class="dim">{caseWords(row, group, language)}</td>
                <td class="right">{numberWords(Number(distance.toPrecision(2)))}</td>
                {cells(past)}
              </tr>
            ))}
            <tr class="not-narrow">
              <td class="faint">{rowAnswerTexts.thisRow[language]}</td>
              <td />
              <td />
              {cells(values)}
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The KPIs that tell the faults apart: the strongest for, the strongest against, and the next to check. */
function telling({ evidence, checks }: RowAnswer): string[] {
  const strongest = evidence?.features ?? [];
  const names = [
    strongest[0]?.feature,
    strongest.find(({ contribution }) => contribution < 0)?.feature,
    checks[0]?.feature,
    ...strongest.slice(1, 1 + kpisInSight).map(({ feature }) => feature),
  ];
  return [...new Set(names.filter((name) => name !== undefined))].slice(0, kpisInSight);
}

function caseWords(row: number | null, group: string | null, language: Language): string {
  const name = group === null ? null : cutName(group, 40);
  if (row === null) {
    return (name === null ? rowAnswerTexts.pastCase : rowAnswerTexts.pastIncident(name))[language];
  }
  return name === null
    ? rowAnswerTexts.pastRow(countWords(row))[language]
    : rowAnswerTexts.pastGroup(name, countWords(row))[language];
}
