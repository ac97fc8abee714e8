import type { JSX } from "preact";
import type { FeatureEvidence } from "@/pipeline/diagnosis/row_answer.ts";
import { useLanguage } from "../language.ts";
import { wholeCellWords } from "../table/cell_words.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { ForceBar } from "./force_bar.tsx";
import { KpiName } from "./kpi_name.tsx";
import { RangeStrip } from "./range_strip.tsx";
import { rangeWords, valueWords } from "./range_words.ts";
import { isBeyond, type ShownRange, type ShownRanges } from "./shown_ranges.ts";

/** One KPI: its value, the ranges it is judged by, and how much it speaks for the diagnosis or against it. */
export function EvidenceRow(
  { evidence, ranges: { upper, lower }, colour, largest, words }: {
    readonly evidence: FeatureEvidence;
    readonly ranges: ShownRanges;
    /** The class of the colour of the diagnosis. */
    readonly colour: string | undefined;
    /** The largest weight of all. */
    readonly largest: number;
    readonly words: (weight: number) => string;
  },
): JSX.Element {
  const language = useLanguage();
  const { feature, value, contribution, standardError } = evidence;
  const isOutside = isBeyond(evidence);
  const rangeOf = (shown: ShownRange): string => rangeWords(shown.of(evidence), language, value);
  const shown = [upper, lower].filter((each) => each !== undefined);
  return (
    <tr>
      <th scope="row">
        <KpiName name={feature} />
        <small class="narrow-only">
          {shown.map((each) => each.words(rangeOf(each))[language]).join(
            { en: ", ", zh: "，" }[language],
          )}
        </small>
      </th>
      <td
        class={value === null ? "right hole" : "right strong"}
        title={value === null ? undefined : wholeCellWords(value)}
      >
        {valueWords(value, language)}
        {isOutside && (
          <small class="warn" title={rowAnswerTexts.beyondHelp[language]}>
            {rowAnswerTexts.beyond[language]}
          </small>
        )}
      </td>
      {shown.map((each) => <td key={each.head.en} class="right dim wide-only">{rangeOf(each)}</td>)}
      <td class="not-narrow">
        <RangeStrip
          upper={{ range: upper?.of(evidence) ?? null, colour: upper?.colour }}
          lower={{ range: lower.of(evidence), colour: lower.colour }}
          value={value}
        />
      </td>
      <td>
        <ForceBar weight={contribution} largest={largest} colour={colour} />
      </td>
      <td
        class="right"
        title={standardError === null
          ? undefined
          : rowAnswerTexts.plusMinus(words(contribution), words(standardError).replace("+", ""))[
            language
          ]}
      >
        {words(contribution)}
      </td>
    </tr>
  );
}
