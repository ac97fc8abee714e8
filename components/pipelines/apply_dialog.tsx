import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { pipelineApi } from "@/islands/pipeline_api.ts";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import type { ApplyPipeline, PipelineAnswer, PipelineCheck } from "@/web/pipeline_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useFileTask } from "../file_task.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { ProblemText } from "../problem_text.tsx";
import { pipelineTexts } from "../texts_pipelines.ts";
import { DatasetField } from "./dataset_field.tsx";
import { FitReport } from "./fit_report.tsx";
import { usePipelineCheck } from "./use_pipeline_check.ts";

export interface ApplyPipelineProps {
  readonly pipeline: PipelineAnswer;
  /** The last one where it is not said. */
  readonly version?: number | undefined;
  /** Newest first. */
  readonly datasets: readonly DatasetAnswer[];
  readonly onClose: () => void;
}

/** Compares a pipeline with a dataset, says what is in the way, and trains it there when asked. */
export function ApplyPipelineDialog(
  { pipeline, version = pipeline.version, datasets, onClose }: ApplyPipelineProps,
): JSX.Element {
  const language = useLanguage();
  const [request, setRequest] = useState<ApplyPipeline>();
  const checked = usePipelineCheck(pipeline.id, request);
  const { state, start } = useFileTask();
  const isBusy = checked.kind === "checking" || state.kind === "sending";
  const check = checked.kind === "checked"
    ? checked.check
    : checked.kind === "checking"
    ? checked.before
    : undefined;
  const choose = (dataset: string): void => setRequest({ dataset, version, renames: [] });
  const apply = (): void => {
    if (request === undefined) return;
    start(async () => `/notebooks/${(await pipelineApi.apply(pipeline.id, request)).id}`);
  };
  const name = pipelineTexts.versionOf(cutName(pipeline.name, 80), version)[language];
  return (
    <Dialog
      id="apply-pipeline"
      title={pipelineTexts.applyTitle(name)[language]}
      onClose={onClose}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <DatasetField
          datasets={datasets}
          chosen={request?.dataset}
          isDisabled={state.kind === "sending"}
          onChange={choose}
        />
        {request !== undefined && check !== undefined && (
          <>
            <LabelField
              check={check}
              isDisabled={isBusy}
              onChange={(label) => setRequest({ ...request, label })}
            />
            <FitReport
              check={check}
              features={pipeline.content.features}
              taken={request.renames.length}
              isBusy={isBusy}
              onTake={(renames) =>
                setRequest({
                  ...request,
                  renames: renames.length === 0 ? [] : [...request.renames, ...renames],
                })}
            />
          </>
        )}
        {checked.kind === "checking" && check === undefined && (
          <p class="faint" role="status">{pipelineTexts.checking[language]}</p>
        )}
        {checked.kind === "failed" && <ProblemText problem={checked.problem} language={language} />}
        {state.kind === "failed" && <ProblemText problem={state.problem} language={language} />}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {pipelineTexts.cancel[language]}
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={isBusy || checked.kind !== "checked" || !checked.check.fits}
          >
            <Icon name="train" />
            {pipelineTexts[state.kind === "sending" ? "starting" : "train"][language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The column that names the fault, to be chosen where it is another one. */
function LabelField(
  { check: { label, labels }, isDisabled, onChange }: {
    readonly check: PipelineCheck;
    readonly isDisabled: boolean;
    readonly onChange: (label: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const options = label === null || labels.includes(label) ? labels : [label, ...labels];
  return (
    <label class="field">
      <span class="label">{pipelineTexts.labelColumn[language]}</span>
      <select
        class="select"
        value={label ?? ""}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {label === null && (
          <option value="" selected disabled>{pipelineTexts.chooseLabel[language]}</option>
        )}
        {options.map((name) => (
          <option key={name} value={name} selected={name === label}>{cutName(name, 80)}</option>
        ))}
      </select>
    </label>
  );
}
