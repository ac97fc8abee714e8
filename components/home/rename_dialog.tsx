import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api, problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { NotebookOverview } from "@/web/api_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { homeTexts } from "../texts_home.ts";

/** Gives a notebook another title; what was typed stays when that fails. */
export function RenameDialog(
  { notebook, onClose }: {
    readonly notebook: Pick<NotebookOverview, "id" | "title">;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (title: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      await rename(notebook.id, title);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      id="rename"
      title={homeTexts.renameTitle(notebook.title || homeTexts.untitled[language])[language]}
      onClose={onClose}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(String(new FormData(event.currentTarget).get("title") ?? "").trim());
        }}
      >
        <label class="field">
          <span class="label">{homeTexts.newName[language]}</span>
          <input
            class="input"
            name="title"
            defaultValue={notebook.title}
            maxLength={1000}
            autocomplete="off"
            autofocus
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
        {problem && <ProblemText problem={problem} language={language} />}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {homeTexts.cancel[language]}
          </button>
          <button type="submit" class="button primary" disabled={isBusy}>
            {homeTexts.rename[language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Saves a notebook under another title. */
async function rename(id: string, title: string): Promise<void> {
  const { revision, notebook } = await api.notebook(id);
  if (notebook.title === title) return;
  await api.save(id, { basedOn: revision, notebook: { ...notebook, title } });
}
