import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import { pipelineApi } from "@/islands/pipeline_api.ts";
import { errorRates } from "@/pipeline/diagnosis/verdict.ts";
import type { DatasetAnswer, ModelAnswer } from "@/web/api_schema.ts";
import { DropZone } from "../drop_zone.tsx";
import { offerFile, useDroppedFiles } from "../dropped_files.ts";
import { useFileTask } from "../file_task.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { bytesWords } from "../number_words.ts";
import { placeWords } from "../place_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { startTexts } from "../texts_diagnose_start.ts";
import { fileTexts } from "../texts_files.ts";
import { homeTexts } from "../texts_home.ts";
import { UploadProgress } from "../upload_progress.tsx";
import { ErrorRateField } from "./start_error_rate.tsx";
import { type StartPipeline, type StartSource, StartSourceField } from "./start_source.tsx";
import { trainedModel } from "./trained_model.ts";

/** What is being trained before a file can be diagnosed. */
interface Training {
  readonly notebook: string;
  readonly words: string;
}

/** Choose what diagnoses and how many errors are accepted, then give the file: it is diagnosed at once. */
export function StartForm(
  { models, pipelines, datasets, wanted, isAlive }: {
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    readonly pipelines: readonly StartPipeline[];
    readonly datasets: readonly DatasetAnswer[];
    /** The id of the model that the address names. */
    readonly wanted: string | null;
    readonly isAlive: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const [source, setSource] = useState<StartSource | undefined>(
    firstSource(models, pipelines, wanted),
  );
  const [rate, setRate] = useState<number>(errorRates.usual);
  const [isTrainedAnew, setTrainedAnew] = useState(false);
  const [dataset, setDataset] = useState(datasets[0]?.id);
  const [training, setTraining] = useState<Training>();
  const [file, setFile] = useState<File>();
  const { state, start, breakOff } = useFileTask();
  const isBusy = !isAlive || state.kind === "sending";
  const pipeline = pipelines.find(({ id }) => source?.kind === "pipeline" && source.id === id);
  const trains = pipeline !== undefined && (pipeline.model === null || isTrainedAnew);
  const own = models.find(({ id }) => id === pipeline?.model);
  const canStart = trains ? dataset !== undefined : source !== undefined;

  const modelToUse = async (signal: AbortSignal | undefined): Promise<string> => {
    if (pipeline === undefined) return source?.id ?? "";
    if (!trains) return pipeline.model ?? "";
    const table = datasets.find(({ id }) => id === dataset);
    const { id } = await pipelineApi.apply(pipeline.id, { dataset: dataset ?? "", renames: [] });
    const words = startTexts.training(cutName(pipeline.name, 60), cutName(table?.name ?? "", 60));
    setTraining({ notebook: id, words: words[language] });
    try {
      return await trainedModel(id, signal ?? new AbortController().signal);
    } finally {
      setTraining(undefined);
    }
  };
  const diagnose = (chosen: File): void => {
    setFile(chosen);
    if (!canStart || state.kind === "sending") return;
    start(async (options) => {
      const model = await modelToUse(options.signal);
      const { id } = await diagnosisApi.diagnose(model, chosen, { ...options, errorRate: rate });
      return `/diagnoses/${id}`;
    });
  };
  useDroppedFiles(diagnose);
  return (
    <section class="section diagnose-start" aria-labelledby="new-diagnosis">
      <div class="section-head">
        <h2 id="new-diagnosis">{startTexts.newDiagnosis[language]}</h2>
      </div>
      <div class="form">
        <StartSourceField
          models={models}
          pipelines={pipelines}
          chosen={source}
          isDisabled={isBusy}
          onChange={(next) => {
            setSource(next);
            setTrainedAnew(false);
          }}
        />
        {pipeline && (
          <PipelineSteps
            model={own && homeTexts.versionOf(cutName(own.name, 60), own.version)[language]}
            trains={trains}
            isTrainedAnew={isTrainedAnew}
            datasets={datasets}
            dataset={dataset}
            isDisabled={isBusy}
            onAnew={setTrainedAnew}
            onDataset={setDataset}
          />
        )}
        {source && <ErrorRateField rate={rate} isDisabled={isBusy} onChange={setRate} />}
      </div>
      {state.kind === "sending" && training === undefined && (
        <UploadProgress
          fraction={state.fraction}
          afterwards={fileTexts.nowDiagnosing}
          onBreakOff={breakOff}
        />
      )}
      {training && (
        <div class="upload" role="status">
          <p class="small">{training.words}</p>
          <div class="buttons">
            <a class="button" href={`/notebooks/${training.notebook}`} target="_blank">
              {startTexts.toTraining[language]}
            </a>
            <button type="button" class="button quiet" onClick={breakOff}>
              {startTexts.breakOff[language]}
            </button>
          </div>
        </div>
      )}
      {state.kind === "failed" && (
        <div class="problem">
          <ProblemText problem={state.problem} language={language} />
          <p class="tiny dim">{placeWords(state.problem.place, language)}</p>
        </div>
      )}
      {state.kind !== "sending" && source && (
        <DropZone text={startTexts.drop[language]} isDisabled={!isAlive} onFile={offerFile} />
      )}
      {file && state.kind !== "sending" && (
        <div class="row small">
          <code class="file-name" title={file.name}>{file.name}</code>
          <span class="faint">{bytesWords(file.size)}</span>
          <button
            type="button"
            class="button primary"
            disabled={isBusy || !canStart}
            onClick={() => diagnose(file)}
          >
            {fileTexts.diagnose[language]}
          </button>
        </div>
      )}
    </section>
  );
}

/** What a pipeline needs before it can diagnose. */
function PipelineSteps(
  { model, trains, isTrainedAnew, datasets, dataset, isDisabled, onAnew, onDataset }: {
    /** The newest model that it has trained. */
    readonly model: string | undefined;
    readonly trains: boolean;
    readonly isTrainedAnew: boolean;
    readonly datasets: readonly DatasetAnswer[];
    readonly dataset: string | undefined;
    readonly isDisabled: boolean;
    readonly onAnew: (isAnew: boolean) => void;
    readonly onDataset: (dataset: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="field">
      <p class="small dim">
        {model === undefined
          ? startTexts.trainsFirst[language]
          : startTexts.usesModel(model)[language]}
      </p>
      {model !== undefined && (
        <label class="check">
          <input
            type="checkbox"
            checked={isTrainedAnew}
            disabled={isDisabled}
            onChange={({ currentTarget }) => onAnew(currentTarget.checked)}
          />
          {startTexts.trainAnew[language]}
        </label>
      )}
      {trains && (datasets.length === 0
        ? <p class="note">{startTexts.noDatasets[language]}</p>
        : (
          <label class="field">
            <span class="label">{startTexts.dataset[language]}</span>
            <select
              class="select"
              value={dataset}
              disabled={isDisabled}
              onChange={({ currentTarget }) => onDataset(currentTarget.value)}
            >
              {datasets.map(({ id, name }) => (
                <option key={id} value={id} selected={id === dataset}>{cutName(name, 100)}</option>
              ))}
            </select>
          </label>
        ))}
    </div>
  );
}

function firstSource(
  models: readonly ModelAnswer[],
  pipelines: readonly StartPipeline[],
  wanted: string | null,
): StartSource | undefined {
  const model = models.find(({ id }) => id === wanted) ?? models[0];
  if (model !== undefined) return { kind: "model", id: model.id };
  const [pipeline] = pipelines;
  return pipeline && { kind: "pipeline", id: pipeline.id };
}
