import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisOverview } from "@/web/diagnosis_schema.ts";
import { Dialog } from "../dialog.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { ModelField } from "../model_field.tsx";
import { ProblemText } from "../problem_text.tsx";
import { startTexts } from "../texts_diagnose_start.ts";
import { fileTexts } from "../texts_files.ts";
import { ErrorRateField } from "./start_error_rate.tsx";

/** Diagnoses the file of a diagnosis once more, by another model or with another error rate. */
export function AgainDialog(
  { diagnosis, models, onClose }: {
    readonly diagnosis: DiagnosisOverview;
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, name } = diagnosis;
  const known = models.find((each) => each.id === diagnosis.model.id) ?? models[0];
  const [model, setModel] = useState(known?.id);
  const [errorRate, setRate] = useState(diagnosis.errorRate);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const start = async (): Promise<void> => {
    if (model === undefined) return;
    setBusy(true);
    try {
      location.assign(`/diagnoses/${(await diagnosisApi.again(id, { model, errorRate })).id}`);
    } catch (error) {
      setBusy(false);
      setProblem(problemOf(error));
    }
  };
  return (
    <Dialog
      id="again-dialog"
      title={startTexts.againTitle(cutName(name, 80))[language]}
      onClose={onClose}
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <p class="small dim">{startTexts.againWhat[language]}</p>
        <ModelField models={models} chosen={model} isDisabled={isBusy} onChange={setModel} />
        <ErrorRateField rate={errorRate} isDisabled={isBusy} onChange={setRate} />
        {problem && <ProblemText problem={problem} language={language} />}
        <div class="buttons">
          <button type="button" class="button" disabled={isBusy} onClick={onClose}>
            {fileTexts.cancel[language]}
          </button>
          <button type="submit" class="button primary" disabled={isBusy || model === undefined}>
            {fileTexts.diagnose[language]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
