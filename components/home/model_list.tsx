import type { JSX } from "preact";
import type { ModelAnswer } from "@/web/api_schema.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { bytesWords, countWords, scoreWords } from "../number_words.ts";
import { homeTexts } from "../texts_home.ts";
import { useShortened } from "./shortened.tsx";

const inSight = 5;

/** Models, each to be used on a file or taken away. */
export function ModelList(
  { models, isBusy, onDiagnose }: {
    readonly models: readonly ModelAnswer[];
    readonly isBusy: boolean;
    readonly onDiagnose: (model: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { shown, more } = useShortened(models, inSight);
  return (
    <section class="section" aria-labelledby="models">
      <div class="section-head">
        <h2 id="models">
          {homeTexts.models[language]} <span class="count">{models.length}</span>
        </h2>
        {models.length > 0 && <span class="push tiny faint">{homeTexts.modelsScore[language]}
        </span>}
      </div>
      {models.length === 0 && <p class="dim small">{homeTexts.noModels[language]}</p>}
      <ul class="list with-actions">
        {shown.map((model) => (
          <ModelEntry key={model.id} model={model} isBusy={isBusy} onDiagnose={onDiagnose} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function ModelEntry(
  { model, isBusy, onDiagnose }: {
    readonly model: ModelAnswer;
    readonly isBusy: boolean;
    readonly onDiagnose: (model: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, notebook, macroF1, macroF1Interval, bytes, created } = model;
  const name = homeTexts.versionOf(model.name, model.version)[language];
  const facts = homeTexts.modelFacts(
    model.learner[language],
    countWords(model.features),
    model.classes.length,
  )[language];
  return (
    <li>
      {notebook === null
        ? <span class="entry" title={name}>{name}</span>
        : <a href={`/notebooks/${notebook}`} title={name}>{name}</a>}
      <span
        class="value"
        title={macroF1Interval?.map(scoreWords).join("–")}
      >
        {macroF1 === null ? "–" : scoreWords(macroF1)}
      </span>
      <span class="actions">
        <button
          type="button"
          class="icon-button"
          disabled={isBusy}
          aria-label={homeTexts.diagnoseWith(name)[language]}
          title={homeTexts.diagnoseWith(name)[language]}
          onClick={() => onDiagnose(id)}
        >
          <Icon name="diagnose" />
        </button>
        <a
          class="icon-button"
          href={`/api/models/${id}/file`}
          download
          aria-label={homeTexts.downloadModel(name)[language]}
          title={homeTexts.downloadModel(name)[language]}
        >
          <Icon name="download" />
        </a>
      </span>
      <span class="sub" title={facts}>{facts}</span>
      <span class="value sub">
        {bytesWords(bytes)}
        {{ en: ", ", zh: "，" }[language]}
        <Moment time={created} />
      </span>
    </li>
  );
}
