import type { JSX } from "preact";
import { nameList } from "@/pipeline/name_list.ts";
import type { OpeningPipeline } from "@/web/opening_schema.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { openingTexts } from "../texts_opening.ts";
import { More } from "./more.tsx";

/** What a pipeline is made of, and what it does without. */
export function PipelineSummary({ summary }: { readonly summary: OpeningPipeline }): JSX.Element {
  const language = useLanguage();
  const { format, steps, stepCount, learner, features, featureCount, label } = summary;
  const named = [...features, ...Array<string>(featureCount - features.length).fill("")];
  return (
    <>
      <p>
        {openingTexts.isPipeline(format)[language]}
        {{ en: ". ", zh: "。" }[language]}
        {openingTexts.pipelineWaits[language]}
      </p>
      <section aria-labelledby="opening-steps">
        <h3 id="opening-steps">
          {openingTexts.steps[language]} <span class="count">{countWords(stepCount)}</span>
        </h3>
        {stepCount === 0 && <p class="small dim">{openingTexts.noSteps[language]}</p>}
        <ol class="opening-cells">
          {steps.map(({ title }, index) => (
            <li key={index}>
              <span class="cell-name">{title[language]}</span>
            </li>
          ))}
        </ol>
        <More count={stepCount - steps.length} />
      </section>
      <dl class="opening-facts">
        <dt>{openingTexts.learner[language]}</dt>
        <dd>{learner[language]}</dd>
        <dt>
          {openingTexts.features[language]} <span class="count">{countWords(featureCount)}</span>
        </dt>
        <dd>{nameList(named)[language]}</dd>
        <dt>{openingTexts.label[language]}</dt>
        <dd>{cutName(label, 80)}</dd>
      </dl>
      {summary.leftOutCount > 0 && (
        <section aria-labelledby="opening-left-out">
          <h3 id="opening-left-out">
            {openingTexts.leftOut[language]}{" "}
            <span class="count">{countWords(summary.leftOutCount)}</span>
          </h3>
          <ul class="opening-problems">
            {summary.leftOut.map(({ name, reason }, index) => (
              <li key={index}>
                <span class="strong">{cutName(name[language], 80)}</span>{" "}
                {cutName(reason[language], 500)}
              </li>
            ))}
          </ul>
          <More count={summary.leftOutCount - summary.leftOut.length} />
        </section>
      )}
    </>
  );
}
