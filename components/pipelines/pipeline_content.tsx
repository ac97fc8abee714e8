import type { ComponentChildren, JSX } from "preact";
import type { PipelineContent } from "@/web/pipeline_schema.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { pipelineTexts } from "../texts_pipelines.ts";

/** What a pipeline holds, in words, and what it leaves out. */
export function PipelineContentList(
  { content, leftOut = content.leftOut }: {
    readonly content: PipelineContent;
    readonly leftOut?: PipelineContent["leftOut"];
  },
): JSX.Element {
  const language = useLanguage();
  const { steps, learner, ownSteps, features, firstFeatures, label, split, folds } = content;
  const separator = { en: ", ", zh: "、" }[language];
  const more = features - firstFeatures.length;
  const own = ownSteps.map((step) => step[language]).join(separator);
  return (
    <dl class="pipeline-content">
      <Part name={pipelineTexts.steps[language]}>
        {steps.length > 0
          ? <ol>{steps.map((step, index) => <li key={index}>{step[language]}</li>)}</ol>
          : (own === "" ? pipelineTexts.noSteps : pipelineTexts.ownSteps(own))[language]}
      </Part>
      <Part name={pipelineTexts.learner[language]}>{learner[language]}</Part>
      <Part name={pipelineTexts.scoring[language]}>{pipelineTexts.folds(folds)[language]}</Part>
      <Part name={pipelineTexts.features[language]}>
        {pipelineTexts.featureNames(
          countWords(features),
          firstFeatures.map((name) => cutName(name, 60)).join(separator),
          more > 0 ? countWords(more) : "",
        )[language]}
      </Part>
      <Part name={pipelineTexts.label[language]}>{cutName(label, 200)}</Part>
      <Part name={pipelineTexts.held[language]}>
        {split === null ? pipelineTexts.notHeld[language] : pipelineTexts.heldBy(
          percentWords(split.testShare, language),
          pipelineTexts[split.by][language],
        )[language]}
      </Part>
      {leftOut.length > 0 && (
        <Part name={pipelineTexts.leftOut[language]}>
          <ul>
            {leftOut.map(({ cell, name, reason }) => (
              <li key={cell}>
                {pipelineTexts.becauseOf(cutName(name[language], 80), reason[language])[language]}
              </li>
            ))}
          </ul>
        </Part>
      )}
    </dl>
  );
}

function Part(
  { name, children }: { readonly name: string; readonly children: ComponentChildren },
): JSX.Element {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
