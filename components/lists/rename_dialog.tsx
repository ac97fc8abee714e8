import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { listApi } from "@/islands/list_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ListName } from "@/web/lists_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { ProblemText } from "../problem_text.tsx";
import { listTexts } from "../texts_lists.ts";
import { cutName } from "./shown_name.tsx";

/** Gives an entry of a list another name; what was typed stays when that fails. */
export function RenameDialog(
  { list, id, name, shownName, onRenamed, onClose }: {
    readonly list: ListName;
    readonly id: string;
    readonly name: string;
    /** As it stands in the list. */
    readonly shownName: string;
    readonly onRenamed: () => Promise<void>;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (wanted: string): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    try {
      if (wanted !== name) {
        await listApi.rename(list, id, wanted);
        await onRenamed();
      }
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog
      id="rename"
      title={listTexts.renameTitle(cutName(shownName, 80))[language]}
      onClose={onClose}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(String(new FormData(event.currentTarget).get("name") ?? "").trim());
        }}
      >
        <label class="field">
          <span class="label">{listTexts.newName[language]}</span>
          <input
            class="input"
            name="name"
            defaultValue={name}
            maxLength={10_000}
            required={list !== "notebooks"}
            pattern={list === "notebooks" ? undefined : ".*\\S.*"}
            title={listTexts.someName[language]}
            autocomplete="off"
            autofocus
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
        </label>
        {problem && <ProblemText problem={problem} language={language} />}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {listTexts.cancel[language]}
          </button>
          <button type="submit" class="button primary" disabled={isBusy}>
            {listTexts.rename[language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
