import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ModelAnswer } from "@/web/api_schema.ts";
import { Dialog } from "./dialog.tsx";
import { FileButton } from "./file_button.tsx";
import { useFileTask } from "./file_task.ts";
import { diagnoseBy, trainOn } from "./file_work.ts";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language.ts";
import { ModelField } from "./model_field.tsx";
import { bytesWords } from "./number_words.ts";
import { placeWords } from "./place_words.ts";
import { ProblemText } from "./problem_text.tsx";
import { fileTexts } from "./texts_files.ts";
import { UploadProgress } from "./upload_progress.tsx";

/** What a table is wanted for. */
export type TableUse = "train" | "diagnose";

/** What was asked for when the dialog opened. */
export interface FileRequest {
  /** Undefined where the dialog has to ask. */
  readonly use?: TableUse;
  readonly file?: File;
  /** The id of the model that diagnoses; the newest where none was named. */
  readonly model?: string;
}

/** Takes a table and trains on it or diagnoses it. What was chosen stays when something goes wrong. */
export function FileDialog(
  { request, models, onFile, onClose }: {
    readonly request: FileRequest;
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    /** Is told of another file, for `request.file`. */
    readonly onFile: (file: File) => void;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { file } = request;
  const [use, setUse] = useState<TableUse>(request.use ?? "train");
  const [model, setModel] = useState(request.model ?? models[0]?.id);
  const { state, start, breakOff } = useFileTask();
  const isSending = state.kind === "sending";
  const send = (): void => {
    if (file === undefined) return;
    if (use === "train") start((options) => trainOn(file, options));
    else if (model !== undefined) start((options) => diagnoseBy(model, file, options));
  };
  useEffect(() => {
    if (request.use === "train") send(); // whoever chose a file to train on need not say it twice
  }, [file]);
  const title = { train: "trainTitle", diagnose: "diagnoseTitle", ask: "askTitle" } as const;
  return (
    <Dialog
      id="file-dialog"
      title={fileTexts[title[request.use ?? "ask"]][language]}
      onClose={onClose}
      onEscape={() => {
        if (isSending) breakOff();
        return isSending;
      }}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {request.use === undefined && models.length > 0 && (
          <UseChoice use={use} isDisabled={isSending} onChange={setUse} />
        )}
        <p class="small dim">{fileTexts[`${use}What`][language]}</p>
        {use === "diagnose" && (
          <ModelField models={models} chosen={model} isDisabled={isSending} onChange={setModel} />
        )}
        <ChosenFile file={file} isDisabled={isSending} onFile={onFile} />
        {isSending && (
          <UploadProgress
            fraction={state.fraction}
            afterwards={fileTexts[use === "train" ? "nowTraining" : "nowDiagnosing"]}
            onBreakOff={breakOff}
          />
        )}
        {state.kind === "failed" && (
          <div class="problem">
            <ProblemText problem={state.problem} language={language} />
            <p class="tiny dim">{placeWords(state.problem.place, language)}</p>
          </div>
        )}
        <div class="buttons">
          <button type="button" class="button" disabled={isSending} onClick={onClose}>
            {fileTexts.cancel[language]}
          </button>
          <button
            type="submit"
            class="button primary"
            disabled={isSending || file === undefined || (use === "diagnose" && !model)}
          >
            <Icon name={use} />
            {fileTexts[use][language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function UseChoice(
  { use, isDisabled, onChange }: {
    readonly use: TableUse;
    readonly isDisabled: boolean;
    readonly onChange: (use: TableUse) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="choices" role="radiogroup" aria-label={fileTexts.use[language]}>
      {(["train", "diagnose"] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="use"
            checked={use === each}
            disabled={isDisabled}
            onChange={() => onChange(each)}
          />
          <span>{fileTexts[each === "train" ? "trainOnIt" : "diagnoseIt"][language]}</span>
        </label>
      ))}
    </div>
  );
}

function ChosenFile(
  { file, isDisabled, onFile }: {
    readonly file: File | undefined;
    readonly isDisabled: boolean;
    readonly onFile: (file: File) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="field">
      <span class="label">{fileTexts.file[language]}</span>
      <div class="row">
        {file
          ? (
            <>
              <code class="file-name" title={file.name}>{file.name}</code>
              <span class="faint file-size">{bytesWords(file.size)}</span>
            </>
          )
          : <span class="faint">{fileTexts.noFile[language]}</span>}
        <FileButton
          kind="push"
          label={fileTexts[file ? "otherFile" : "chooseFile"][language]}
          isDisabled={isDisabled}
          onFile={onFile}
        />
      </div>
    </div>
  );
}
