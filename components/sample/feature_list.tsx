import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { SampleForm } from "@/web/sample_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { sampleTexts } from "../texts_sample.ts";
import { FeatureField } from "./feature_field.tsx";
import { featureOrder } from "./feature_order.ts";
import { FeatureLegend } from "./feature_legend.tsx";
import { type ClassMarks, markOf } from "./class_marks.ts";
import { changedFeatures, type Sample, type SampleAction } from "./sample_state.ts";

/** So many are drawn at first, and more whenever more are asked for: what lies below the fold is rarely touched. */
const atOnce = 40;

const choices = ["all", "onlyChanged", "onlyMissing"] as const;

/** All KPIs of a sample: searched, narrowed down, and those that matter most first. */
export function FeatureList(
  { form, sample, marks, orderOf, hasOtherOrder, onOrder, onAction, onSettle }: {
    readonly form: SampleForm;
    readonly sample: Sample;
    readonly marks: ClassMarks;
    /** The answer that says what matters. */
    readonly orderOf: RowAnswer | undefined;
    /** Whether the present answer would order them otherwise. */
    readonly hasOtherOrder: boolean;
    readonly onOrder: () => void;
    readonly onAction: (action: SampleAction) => void;
    readonly onSettle: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { features } = form;
  const [search, setSearch] = useState("");
  const [choice, setChoice] = useState<typeof choices[number]>("all");
  const [drawn, setDrawn] = useState(atOnce);
  const order = useMemo(
    () => featureOrder(features.map(({ name }) => name), orderOf),
    [features, orderOf],
  );
  const words = search.trim().toLowerCase();
  const chosen = new Set(
    choice === "onlyChanged"
      ? changedFeatures(sample)
      : features.keys().filter((index) => choice === "all" || sample.values[index] === null),
  );
  const found = order.filter((index) =>
    chosen.has(index) && (features[index]?.name.toLowerCase().includes(words) ?? false)
  );
  return (
    <section class="sample-kpis" aria-labelledby="kpis">
      <div class="section-head">
        <h2 id="kpis">
          {sampleTexts.kpis[language]} <span class="count">{countWords(found.length)}</span>
        </h2>
        <div class="sample-tools">
          <div class="search">
            <Icon name="search" />
            <input
              class="input"
              type="search"
              value={search}
              placeholder={sampleTexts.search[language]}
              aria-label={sampleTexts.search[language]}
              onInput={({ currentTarget }) => setSearch(currentTarget.value)}
            />
          </div>
          <select
            class="select"
            value={choice}
            aria-label={sampleTexts.which[language]}
            onChange={({ currentTarget }) =>
              setChoice(choices.find((each) => each === currentTarget.value) ?? "all")}
          >
            {choices.map((each) => (
              <option key={each} value={each}>{sampleTexts[each][language]}</option>
            ))}
          </select>
        </div>
      </div>
      <p class="small faint sample-ordered">
        {orderOf?.evidence && sampleTexts.ordered[language]}
        {hasOtherOrder && (
          <>
            {" "}
            <button type="button" class="link-button" onClick={onOrder}>
              {sampleTexts.orderAgain[language]}
            </button>
          </>
        )}
      </p>
      {features.some(({ statistics }) => statistics !== null) && <FeatureLegend marks={marks} />}
      {found.length === 0 && <p class="dim small">{sampleTexts.noneFound[language]}</p>}
      <ul class="sample-fields">
        {found.slice(0, drawn).map((index) => {
          const feature = features[index];
          if (feature === undefined) return null;
          return (
            <FeatureField
              key={index}
              feature={feature}
              index={index}
              value={sample.values[index] ?? null}
              start={sample.start[index] ?? null}
              healthy={markOf(marks.upper, feature)?.range}
              draft={sample.drafts[index]}
              upper={markOf(marks.upper, feature)}
              lower={markOf(marks.lower, feature)}
              onAction={onAction}
              onSettle={onSettle}
            />
          );
        })}
      </ul>
      {found.length > drawn && (
        <p class="more">
          <button type="button" class="link-button" onClick={() => setDrawn(drawn + 2.5 * atOnce)}>
            {sampleTexts.more(countWords(Math.min(2.5 * atOnce, found.length - drawn)))[language]}
          </button>
        </p>
      )}
    </section>
  );
}
