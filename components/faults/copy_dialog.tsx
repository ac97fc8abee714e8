import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { faultsApi } from "@/islands/faults_api.ts";
import type { FaultCatalogue } from "@/pipeline/model/fault_catalogue.ts";
import type { Problem } from "@/pipeline/problem.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { ProblemText } from "../problem_text.tsx";
import { faultsTexts } from "../texts_faults.ts";
import { homeTexts } from "../texts_home.ts";

/** A model that a catalogue can be copied from. */
export interface OtherModel {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

/** Asks which model's catalogue is to be copied. */
export function CopyDialog(
  { models, onCopy, onClose }: {
    readonly models: readonly OtherModel[];
    readonly onCopy: (catalogue: FaultCatalogue) => void;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [chosen, setChosen] = useState(models[0]?.id ?? "");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const copy = async (): Promise<void> => {
    setBusy(true);
    try {
      onCopy((await faultsApi.get(chosen)).catalogue);
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog id="copy-faults" title={faultsTexts.copyFrom[language]} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void copy();
        }}
      >
        {models.length === 0 ? <p>{faultsTexts.noOtherModel[language]}</p> : (
          <label class="field">
            <span class="label">{faultsTexts.model[language]}</span>
            <select
              class="select"
              value={chosen}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            >
              {models.map(({ id, name, version }) => (
                <option key={id} value={id} selected={id === chosen}>
                  {homeTexts.versionOf(cutName(name, 80), version)[language]}
                </option>
              ))}
            </select>
            <span class="help">{faultsTexts.copyHelp[language]}</span>
          </label>
        )}
        {problem && <ProblemText problem={problem} language={language} />}
        <div class="buttons">
          <button type="button" class="button" onClick={onClose}>
            {faultsTexts.close[language]}
          </button>
          {models.length > 0 && (
            <button type="submit" class="button primary" disabled={isBusy}>
              {faultsTexts.copy[language]}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
