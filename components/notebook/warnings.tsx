import type { JSX } from "preact";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { later } from "../later.tsx";
import { useNotebook } from "./context.ts";

const ConflictPanel = later(async () => (await import("./conflict_panel.tsx")).ConflictPanel);

/** What stands between this page and the server: a lost connection, a conflict, a refusal. */
export function Warnings(): JSX.Element {
  const language = useLanguage();
  const open = useNotebook();
  const saving = open.saving.state.value;
  return (
    <div class="warnings" role="alert">
      {!open.isConnected.value && (
        <p class="note">
          <StateMark state="attention" />
          <span>
            <span class="strong">{notebookTexts.connectionLost[language]}</span>{" "}
            {notebookTexts.connectionLostWhat[language]}
          </span>
        </p>
      )}
      {open.lastRun.value?.state === "interrupted" && open.run.value === null && (
        <div class="note">
          <StateMark state="stale" />
          <span>{notebookTexts.interrupted[language]}</span>
          <button
            type="button"
            class="button push"
            onClick={() => void open.runCells("unfinished")}
          >
            <Icon name="run" />
            {notebookTexts.continueRun[language]}
          </button>
        </div>
      )}
      {saving.kind === "conflict" && <ConflictPanel />}
      {saving.kind === "refused" && <ProblemText problem={saving.problem} language={language} />}
    </div>
  );
}
