import type { JSX } from "preact";
import { makeNotebook, trainOnDataset } from "../file_work.ts";
import { useFileTask } from "../file_task.ts";
import type { DatasetAnswer } from "@/web/api_schema.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { importTexts } from "../texts_import.ts";
import { rowsWords } from "./set_aside.tsx";

/** What has become of the table, and where to go from here. */
export function ImportDone({ dataset }: { readonly dataset: DatasetAnswer }): JSX.Element {
  const language = useLanguage();
  const { state, start } = useFileTask();
  const isBusy = state.kind === "sending";
  const canTrain = dataset.columns.some(({ role }) => role === "label");
  return (
    <div class="import-done">
      <div role="status">
        <p class="what">
          <StateMark state="ok" /> {importTexts.done(dataset.name)[language]}
        </p>
        <p class="small dim">
          {importTexts.wholeRead(countWords(dataset.rows), countWords(dataset.columns.length))[
            language
          ]}
          {{ en: ", ", zh: "，" }[language]}
          {rowsWords(dataset.quarantinedRows)[language]}
        </p>
      </div>
      <div class="buttons">
        <a class="button" href="/">{importTexts.backToList[language]}</a>
        <button
          type="button"
          class="button"
          disabled={isBusy}
          onClick={() => start(() => makeNotebook({ dataset: dataset.id }))}
        >
          {importTexts.openNotebook[language]}
        </button>
        <button
          type="button"
          class="button primary"
          disabled={isBusy || !canTrain}
          onClick={() => start(() => trainOnDataset(dataset.id))}
        >
          {importTexts.trainOnIt[language]}
        </button>
      </div>
      {state.kind === "failed" && <ProblemText problem={state.problem} language={language} />}
    </div>
  );
}
