import type { JSX } from "preact";
import { runProgress } from "@/islands/notebook/run_progress.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { percentWords } from "../number_words.ts";
import { ProgressBar } from "../progress_bar.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { runTexts } from "../texts_run.ts";
import { useNotebook } from "./context.ts";
import { RunRemaining } from "./run_remaining.tsx";

/** How far the run of a notebook is, and what ends it. */
export function RunUnderWay(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const { fraction, done, total } = runProgress(
    open.runningCells.value.map((id) => open.live(id).value),
  );
  const words = total > 1
    ? runTexts.cellsDone(done, total)[language]
    : percentWords(fraction, language);
  return (
    <>
      <span class="run-progress">
        <span class="small dim">
          {words} <RunRemaining />
        </span>
        <ProgressBar fraction={fraction} label={runTexts.runProgress[language]} />
      </span>
      <button type="button" class="button" onClick={() => void open.cancel()}>
        <Icon name="stop" />
        <span class="label">{notebookTexts.cancelAll[language]}</span>
      </button>
    </>
  );
}
