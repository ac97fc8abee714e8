import type { JSX } from "preact";
import { Icon, StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { notebookTexts } from "../texts_notebook.ts";
import { useModule } from "../use_module.ts";
import { useNotebook } from "./context.ts";

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
      {saving.kind === "conflict" && <Conflicts />}
      {saving.kind === "refused" && <ProblemText problem={saving.problem} language={language} />}
    </div>
  );
}

function Conflicts(): JSX.Element | null {
  const module = useModule(() => import("./conflict_panel.tsx"));
  return module ? <module.ConflictPanel /> : null;
}
