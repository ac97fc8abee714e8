import type { JSX } from "preact";
import { useFileTask } from "@/components/file_task.ts";
import { trainOnDataset } from "@/components/file_work.ts";
import { LanguageContext } from "@/components/language.ts";
import { bytesWords } from "@/components/number_words.ts";
import { ProblemText } from "@/components/problem_text.tsx";
import { importTexts } from "@/components/texts_import.ts";
import type { Language } from "@/web/language.ts";

/** A table that has come in, before it becomes a dataset. */
export default function Import(
  { upload, language }: {
    readonly upload: { readonly id: string; readonly name: string; readonly bytes: number };
    readonly isForTraining: boolean;
    readonly language: Language;
  },
): JSX.Element {
  const { state, start } = useFileTask();
  return (
    <LanguageContext.Provider value={language}>
      <main class="page" id="main">
        <div class="page-head">
          <h1>{upload.name}</h1>
          <div class="buttons">
            <a class="button" href="/">{importTexts.backToList[language]}</a>
            <button
              type="button"
              class="button primary"
              disabled={state.kind === "sending"}
              onClick={() => start(() => trainOnDataset(upload.id))}
            >
              {importTexts.trainOnIt[language]}
            </button>
          </div>
        </div>
        <p class="dim">{bytesWords(upload.bytes)}</p>
        {state.kind === "failed" && <ProblemText problem={state.problem} language={language} />}
      </main>
    </LanguageContext.Provider>
  );
}
