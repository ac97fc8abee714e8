import { render } from "preact";
import { problemOf } from "@/islands/api.ts";
import { FileUpload } from "@/islands/import/file_upload.ts";
import type { UploadAnswer } from "@/web/upload_schema.ts";
import type { Language } from "@/web/language.ts";
import { LanguageContext } from "../language.ts";
import { UploadDialog, type UploadDialogState } from "./upload_dialog.tsx";

/** What takes less long needs no dialog, in milliseconds. */
const patience = 250;

/**
 * Brings a file in while a dialog shows how it goes.
 *
 * @returns The upload once the file is there; undefined where the user gave up.
 */
export async function showUpload(
  file: File,
  language: Language,
): Promise<UploadAnswer | undefined> {
  const place = document.createElement("div");
  document.body.append(place);
  const { promise, resolve } = Promise.withResolvers<UploadAnswer | undefined>();
  let state: UploadDialogState = { kind: "beginning" };
  let isShown = false;
  const show = (next: UploadDialogState): void => {
    state = next;
    if (isShown) draw();
  };
  const upload = new FileUpload(file, show);
  const send = (): void => {
    upload.send().then((answer) => {
      show({ kind: "done" });
      resolve(answer);
    }, (error: unknown) => {
      if (error instanceof DOMException && error.name === "AbortError") resolve(undefined);
      else {
        isShown = true;
        show({ kind: "failed", problem: problemOf(error) });
      }
    });
  };
  const draw = (): void =>
    render(
      <LanguageContext.Provider value={language}>
        <UploadDialog
          file={file}
          state={state}
          onPause={() => upload.stop()}
          onGoOn={() => upload.goOn()}
          onCancel={() =>
            void upload.cancel().catch((error) => {
              isShown = true;
              show({ kind: "failed", problem: problemOf(error) });
            })}
          onClose={() => {
            upload.breakOff();
            resolve(undefined);
          }}
          onRetry={send}
        />
      </LanguageContext.Provider>,
      place,
    );
  const timer = setTimeout(() => {
    isShown = true;
    draw();
  }, patience);
  send();
  const answer = await promise;
  clearTimeout(timer);
  if (answer === undefined) {
    isShown = false;
    render(null, place);
    place.remove();
  }
  return answer;
}
