import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { ModelField } from "../model_field.tsx";
import { ProblemText } from "../problem_text.tsx";
import { againTexts } from "../texts_diagnosis_again.ts";
import { fileTexts } from "../texts_files.ts";
import { shareWords } from "./range_words.ts";

/** The error rates to choose from. */
const rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3];

/** Diagnoses the same file once more: by another model, or with another error rate. */
export function AgainDialog(
  { diagnosis, models, onClose }: {
    readonly diagnosis: DiagnosisAnswer;
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, model, errorRate: before } = diagnosis;
  const [chosen, setChosen] = useState(model.isDeleted ? models[0]?.id : model.id);
  const [errorRate, setErrorRate] = useState(before);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const run = async (): Promise<void> => {
    if (chosen === undefined) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const begun = await diagnosisApi.again(id, { model: chosen, errorRate });
      location.assign(`/diagnoses/${begun.id}`);
    } catch (error) {
      setBusy(false);
      setProblem(problemOf(error));
    }
  };
  return (
    <Dialog id="again-dialog" title={againTexts.title[language]} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <p class="small dim">{againTexts.what[language]}</p>
        <ModelField models={models} chosen={chosen} isDisabled={isBusy} onChange={setChosen} />
        <label class="field">
          <span class="label">{againTexts.errorRate[language]}</span>
          <select
            class="select"
            value={String(errorRate)}
            disabled={isBusy}
            onChange={({ currentTarget }) => setErrorRate(Number(currentTarget.value))}
          >
            {[...new Set([...rates, before])].sort((a, b) => a - b).map((rate) => (
              <option key={rate} value={String(rate)} selected={rate === errorRate}>
                {shareWords(rate, language)}
              </option>
            ))}
          </select>
          <span class="help">{againTexts.errorRateWhat[language]}</span>
        </label>
        {problem && (
          <div class="problem">
            <ProblemText problem={problem} language={language} />
          </div>
        )}
        <div class="buttons">
          <button type="button" class="button" disabled={isBusy} onClick={onClose}>
            {fileTexts.cancel[language]}
          </button>
          <button type="submit" class="button primary" disabled={isBusy || chosen === undefined}>
            {fileTexts.diagnose[language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
