import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ModelAnswer } from "@/web/api_schema.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { ModelField } from "../model_field.tsx";
import { placeWords } from "../place_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { progressTexts } from "../texts_diagnosis_progress.ts";

/** Why a diagnosis has failed, and what to do now: the file need not be sent again. */
export function DiagnosisFailure(
  { diagnosis, problem, models, isAlive }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly problem: Problem;
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    readonly isAlive: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const { id, model } = diagnosis;
  const others = models.filter((each) => each.id !== model.id);
  const [chosen, setChosen] = useState(others[0]?.id);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Problem>();
  const run = async (work: () => Promise<{ readonly id: string }>): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      location.assign(`/diagnoses/${(await work()).id}`);
    } catch (error) {
      setBusy(false);
      setRefusal(problemOf(error));
    }
  };
  const isDisabled = !isAlive || isBusy;
  const place = placeWords(problem.place, language);
  return (
    <div class="diagnosis-failure">
      <ProblemText problem={problem} language={language} />
      {place !== "" && <p class="tiny dim">{place}</p>}
      <p class="small dim">{progressTexts.fileKept[language]}</p>
      <div class="buttons">
        <button
          type="button"
          class="button primary"
          disabled={isDisabled}
          onClick={() => void run(() => diagnosisApi.retry(id))}
        >
          {progressTexts.tryAgain[language]}
        </button>
      </div>
      {chosen !== undefined && (
        <form
          class="form"
          onSubmit={(event) => {
            event.preventDefault();
            void run(() => diagnosisApi.again(id, { model: chosen }));
          }}
        >
          <h2 class="small">{progressTexts.otherModel[language]}</h2>
          <ModelField
            models={others}
            chosen={chosen}
            isDisabled={isDisabled}
            onChange={setChosen}
          />
          <button type="submit" class="button" disabled={isDisabled}>
            {progressTexts.tryModel[language]}
          </button>
        </form>
      )}
      {refusal && <ProblemText problem={refusal} language={language} />}
    </div>
  );
}
