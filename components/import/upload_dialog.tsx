import type { JSX } from "preact";
import type { FileUploadState } from "@/islands/import/file_upload.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { bytesWords, secondsWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { ProgressBar } from "../progress_bar.tsx";
import { importTexts } from "../texts_import.ts";

/** What the dialog shows: how it goes, that it is done, or what went wrong. */
export type UploadDialogState =
  | FileUploadState
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly problem: Problem };

/** A file on its way, with how far it is, how fast, and what can be done about it. */
export function UploadDialog(
  { file, state, onPause, onGoOn, onCancel, onClose, onRetry }: {
    readonly file: { readonly name: string; readonly size: number };
    readonly state: UploadDialogState;
    readonly onPause: () => void;
    readonly onGoOn: () => void;
    /** Forgets what has arrived. */
    readonly onCancel: () => void;
    /** Is told that the dialog goes. */
    readonly onClose: () => void;
    readonly onRetry: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const isFailed = state.kind === "failed";
  const words = wordsOf(state, file.size)[language];
  return (
    <Dialog
      id="upload-dialog"
      title={importTexts.uploadTitle[language]}
      onClose={onClose}
      onEscape={() => !isFailed} // it is too easily pressed for what takes a while
    >
      <div class="upload-file">
        <code class="file-name" title={file.name}>{file.name}</code>
        <span class="faint file-size">{bytesWords(file.size)}</span>
      </div>
      {isFailed ? <ProblemText problem={state.problem} language={language} /> : (
        <div class="upload">
          <ProgressBar fraction={fractionOf(state, file.size)} label={words} />
          <div class="upload-words small">
            <span role="status">{words}</span>
            <span class="faint">{speedOf(state, file.size)?.[language]}</span>
          </div>
        </div>
      )}
      {!isFailed && <p class="tiny faint">{importTexts.resumable[language]}</p>}
      <div class="buttons">
        {isFailed
          ? (
            <>
              <button type="button" class="button" onClick={onClose}>
                {importTexts.close[language]}
              </button>
              <button type="button" class="button" onClick={onRetry}>
                {importTexts.tryAgain[language]}
              </button>
            </>
          )
          : (
            <>
              <button
                type="button"
                class="button"
                disabled={state.kind === "done"}
                onClick={onCancel}
              >
                {importTexts.cancel[language]}
              </button>
              <button
                type="button"
                class="button"
                disabled={state.kind !== "sending" && state.kind !== "paused"}
                onClick={state.kind === "paused" ? onGoOn : onPause}
              >
                {importTexts[state.kind === "paused" ? "goOn" : "pause"][language]}
              </button>
            </>
          )}
      </div>
    </Dialog>
  );
}

function fractionOf(state: UploadDialogState, bytes: number): number {
  if (state.kind === "checking" || state.kind === "done") return 1;
  return "sent" in state ? state.sent / Math.max(1, bytes) : 0;
}

function wordsOf(state: UploadDialogState, bytes: number) {
  const whole = bytesWords(bytes);
  switch (state.kind) {
    case "sending":
    case "paused":
    case "waiting":
      return importTexts[state.kind](bytesWords(state.sent), whole);
    case "done":
      return importTexts.opening;
    case "failed":
      return state.problem.message;
    default:
      return importTexts[state.kind];
  }
}

function speedOf(state: UploadDialogState, bytes: number) {
  if (state.kind !== "sending" || state.rate === undefined || state.rate <= 0) return undefined;
  const left = (bytes - state.sent) / state.rate;
  return {
    en: importTexts.speed(bytesWords(state.rate), secondsWords(left, "en")).en,
    zh: importTexts.speed(bytesWords(state.rate), secondsWords(left, "zh")).zh,
  };
}
