import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { CatalogueContext } from "@/components/fault_catalogue.ts";
import { Icon, StateMark } from "@/components/icon.tsx";
import { LanguageContext } from "@/components/language.ts";
import { ModelField } from "@/components/model_field.tsx";
import { ProblemText } from "@/components/problem_text.tsx";
import { SampleDesk } from "@/components/sample/sample_desk.tsx";
import { sampleTexts } from "@/components/texts_sample.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { Language } from "@/web/language.ts";
import type { DiagnosisRow, SampleForm } from "@/web/sample_schema.ts";
import { problemOf } from "./api.ts";
import { sampleApi } from "./sample_api.ts";

/** What the address names: a model, or a row of a diagnosis made by it. */
export interface WantedSample {
  readonly model: string | null;
  readonly diagnosis: string | null;
  readonly row: string | null;
}

/** One row for a model, to be filled in, dragged at and asked about. */
export default function Sample(
  { models, wanted: asked, language }: {
    /** All there are, newest first. */
    readonly models: readonly ModelAnswer[];
    readonly wanted: WantedSample;
    readonly language: Language;
  },
): JSX.Element {
  const [wanted, setWanted] = useState(asked);
  const model = wanted.model ?? models[0]?.id;
  const isKnown = models.some(({ id }) => id === model) || wanted.diagnosis !== null;
  const choose = (id: string): void => {
    const address = new URL(location.href);
    address.searchParams.delete("diagnosis");
    address.searchParams.delete("row");
    address.searchParams.set("model", id);
    history.replaceState(history.state, "", address);
    setWanted({ model: id, diagnosis: null, row: null });
  };
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        <div class="page-head">
          <div>
            <h1>{sampleTexts.title[language]}</h1>
            <p class="dim">{sampleTexts.what[language]}</p>
          </div>
          {models.length > 0 && (
            <div class="sample-model">
              <ModelField
                models={models}
                chosen={isKnown ? model : undefined}
                isDisabled={false}
                onChange={choose}
              />
            </div>
          )}
        </div>
        {model === undefined && (
          <div class="note plain">
            <Icon name="info" />
            <div>
              <p>{sampleTexts.noModels[language]}</p>
              <p class="dim">{sampleTexts.noModelsWhat[language]}</p>
              <p>
                <a href="/">{sampleTexts.toNotebooks[language]}</a>
              </p>
            </div>
          </div>
        )}
        {model !== undefined && !isKnown && (
          <p class="note">
            <StateMark state="attention" />
            {sampleTexts.noSuchModel[language]}
          </p>
        )}
        {model !== undefined && isKnown && (
          <OpenedModel
            key={`${model} ${wanted.diagnosis} ${wanted.row}`}
            wanted={{ ...wanted, model }}
            language={language}
          />
        )}
      </main>
    </LanguageContext.Provider>
  );
}

/** Asks what the model has to say of its features, and for the row to begin with. */
function OpenedModel(
  { wanted, language }: {
    readonly wanted: WantedSample & { readonly model: string };
    readonly language: Language;
  },
): JSX.Element {
  const { model, diagnosis, row } = wanted;
  const [opened, setOpened] = useState<
    { readonly form: SampleForm; readonly row: DiagnosisRow | undefined }
  >();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    setProblem(undefined);
    Promise.all([
      sampleApi.form(model),
      diagnosis === null ? undefined : sampleApi.row(diagnosis, row ?? "1"),
    ]).then(
      ([form, row]) => setOpened({ form, row }),
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [attempt]);
  if (opened !== undefined) {
    const { form } = opened;
    return (
      <CatalogueContext.Provider value={form}>
        <SampleDesk form={form} keptAs={wanted} row={opened.row} />
      </CatalogueContext.Provider>
    );
  }
  if (problem !== undefined) {
    return (
      <div class="sample-problem">
        <ProblemText problem={problem} language={language} />
        <button type="button" class="button" onClick={() => setAttempt(attempt + 1)}>
          {sampleTexts.tryAgain[language]}
        </button>
      </div>
    );
  }
  return (
    <p class="state is-running" role="status">
      <StateMark state="running" />
      {sampleTexts.opening[language]}
    </p>
  );
}
