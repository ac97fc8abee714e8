import type { ComponentChildren, JSX } from "preact";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { RestoreButton } from "../lists/restore_button.tsx";
import { cutName } from "../lists/shown_name.tsx";
import { Moment } from "../moment.tsx";
import { countWords, scoreWords } from "../number_words.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";

/** The title of a diagnosis, where it comes from, and what can be done with it. */
export function DiagnosisHead(
  { diagnosis, model, children }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly model: ModelAnswer | undefined;
    /** Buttons. */
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  const { name, source } = diagnosis;
  return (
    <div class="page-head">
      <div>
        <h1 class="two-lines" title={name === source ? name : `${name} (${source})`}>
          {diagnosisTexts.diagnosisOf(cutName(name, 300))[language]}
        </h1>
        <p class="dim small">
          <Origin diagnosis={diagnosis} model={model} />
        </p>
      </div>
      <div class="buttons needs-script">{children}</div>
    </div>
  );
}

/** What was diagnosed by what, and when. */
function Origin(
  { diagnosis, model }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly model: ModelAnswer | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const comma = { en: ", ", zh: "，" }[language];
  const { id, version, isDeleted } = diagnosis.model;
  const name = homeTexts.versionOf(cutName(diagnosis.model.name, 120), version)[language];
  return (
    <>
      {(diagnosis.state === "done" || diagnosis.rows > 0) &&
        diagnosisTexts.facts(countWords(diagnosis.rows))[language] + comma}
      <Moment time={diagnosis.created} />
      {{ en: ". ", zh: "。" }[language]}
      {diagnosisTexts.byModel[language]} {typeof model?.notebook === "string"
        ? <a class="one-line" title={name} href={`/notebooks/${model.notebook}`}>{name}</a>
        : <span class="one-line" title={name}>{name}</span>}
      {isDeleted && (
        <>
          {" "}
          <span class="tag">{listTexts.isDeleted[language]}</span>{" "}
          <RestoreButton list="models" id={id} kind="link-button" />
        </>
      )}
      {model && (
        <>
          {{ en: ": ", zh: "：" }[language]}
          {diagnosisTexts.learntFrom(
            model.learner[language],
            countWords(model.rows),
            model.macroF1 === null ? "–" : scoreWords(model.macroF1),
          )[language]}
          {comma}
          <a href={`/models/${id}/faults`}>{diagnosisPageTexts.openModel[language]}</a>
        </>
      )}
      {{ en: ".", zh: "。" }[language]}
    </>
  );
}
