import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ModelAnswer } from "@/web/api_schema.ts";
import { Dialog } from "./dialog.tsx";
import { FileButton } from "./file_button.tsx";
import { useFileTask } from "./file_task.ts";
import { diagnoseBy } from "./file_work.ts";
import { Icon } from "./icon.tsx";
import { useLanguage } from "./language.ts";
import { ModelField } from "./model_field.tsx";
import { bytesWords } from "./number_words.ts";
import { placeWords } from "./place_words.ts";
import { ProblemText } from "./problem_text.tsx";
import { fileTexts } from "./texts_files.ts";
import { UploadProgress } from "./upload_progress.tsx";

/** What was asked for when the dialog opened. */
export interface FileRequest {
  readonly file?: File;
  /** The id of the model that diagnoses; the newest where none was named. */
  readonly model?: string;
}

/** Takes a table and diagnoses its rows. What was chosen stays when something goes wrong. */
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
  const [model, setModel] = useState(request.model ?? models[0]?.id);
  const { state, start, breakOff } = useFileTask();
  const isSending = state.kind === "sending";
  const send = (): void => {
    if (file === undefined || model === undefined) return;
    start((options) => diagnoseBy(model, file, options));
  };
  return (
    <Dialog
      id="file-dialog"
      title={fileTexts.diagnoseTitle[language]}
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
        <p class="small dim">{fileTexts.diagnoseWhat[language]}</p>
        <ModelField models={models} chosen={model} isDisabled={isSending} onChange={setModel} />
        <ChosenFile file={file} isDisabled={isSending} onFile={onFile} />
        {isSending && (
          <UploadProgress
            fraction={state.fraction}
            afterwards={fileTexts.nowDiagnosing}
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
            disabled={isSending || file === undefined || !model}
          >
            <Icon name="diagnose" />
            {fileTexts.diagnose[language]}
          </button>
        </div>
      </form>
    </Dialog>
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
