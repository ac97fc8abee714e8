import type { JSX } from "preact";
import type { DiagnosisAnswer, ModelAnswer } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { RestoreButton } from "../lists/restore_button.tsx";
import { cutName } from "../lists/shown_name.tsx";
import { Moment } from "../moment.tsx";
import { countWords, percentWords, scoreWords } from "../number_words.ts";
import { largestShare } from "../share_bar.tsx";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { homeTexts } from "../texts_home.ts";
import { listTexts } from "../texts_lists.ts";

const formats = [["csv", "CSV"], ["json", "JSON"], ["parquet", "Parquet"]] as const;

/** The title of a diagnosis, its files to take away, and a sentence on what came of it. */
export function DiagnosisHead(
  { diagnosis, model, anotherButton }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly model: ModelAnswer | undefined;
    readonly anotherButton: JSX.Element;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, name, source, unread, withWarnings } = diagnosis;
  return (
    <>
      <div class="page-head">
        <div>
          <h1 class="two-lines" title={name === source ? name : `${name} (${source})`}>
            {diagnosisTexts.diagnosisOf(cutName(name, 300))[language]}
          </h1>
          <p class="dim small">
            <Origin diagnosis={diagnosis} model={model} />
          </p>
        </div>
        <div class="buttons">
          {anotherButton}
          {diagnosis.state === "done" && formats.map(([format, name]) => (
            <a
              key={format}
              class="button"
              href={`/api/diagnoses/${id}/file?format=${format}`}
              download
              aria-label={diagnosisTexts.downloadAs(name)[language]}
              title={diagnosisTexts.downloadAs(name)[language]}
            >
              <Icon name="download" />
              {name}
            </a>
          ))}
        </div>
      </div>
      {diagnosis.state === "done" && (
        <div class="verdict">
          <p class="say">{verdict(diagnosis, language)}</p>
          {withWarnings > 0 && (
            <p class="why">
              {diagnosisTexts.warned(withWarnings, countWords(withWarnings))[language]}
            </p>
          )}
          {unread > 0 && (
            <p class="why">{diagnosisTexts.unread(unread, countWords(unread))[language]}</p>
          )}
        </div>
      )}
    </>
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
      {diagnosisTexts.facts(countWords(diagnosis.rows))[language]}
      {comma}
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
        </>
      )}
      {{ en: ".", zh: "。" }[language]}
    </>
  );
}

function verdict({ counts, rows }: DiagnosisAnswer, language: Language): string {
  const largest = largestShare(counts);
  if (largest === undefined) return diagnosisTexts.noRows[language];
  if (largest.rows === rows) {
    return diagnosisTexts.allRows(largest.fault, countWords(rows))[language];
  }
  const isMajority = largest.rows > rows / 2;
  return diagnosisTexts[isMajority ? "mostRows" : "oftenest"](
    largest.fault,
    countWords(largest.rows),
    countWords(rows),
    percentWords(largest.rows / rows, language),
  )[language];
}
