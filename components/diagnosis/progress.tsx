import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import { diagnosisApi } from "@/islands/diagnosis_api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { ProgressBar } from "../progress_bar.tsx";
import { remainingWords } from "../remaining_words.ts";
import { progressTexts } from "../texts_diagnosis_progress.ts";

/** How far a diagnosis is that runs, and the way to end it. */
export function DiagnosisProgressBar(
  { diagnosis, isAlive }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly isAlive: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem>();
  const [isEnding, setEnding] = useState(false);
  const { id, progress } = diagnosis;
  const words = progress === null
    ? progressTexts.opens[language]
    : progressTexts.running(countWords(progress.rows))[language];
  const more = [
    progress?.rowsPerSecond && progressTexts.speed(countWords(progress.rowsPerSecond))[language],
    typeof progress?.remainingSeconds === "number" &&
    remainingWords(progress.remainingSeconds, language),
  ].filter((part) => typeof part === "string");
  const cancel = async (): Promise<void> => {
    setEnding(true);
    try {
      await diagnosisApi.cancel(id);
      location.assign("/diagnose");
    } catch (error) {
      setEnding(false);
      setProblem(problemOf(error));
    }
  };
  return (
    <div class="diagnosis-progress">
      <div class="row small">
        <span role="status">{words}</span>
        <span class="faint">{more.join({ en: ", ", zh: "，" }[language])}</span>
        <button
          type="button"
          class="button quiet push"
          disabled={!isAlive || isEnding}
          title={progressTexts.cancelWhat[language]}
          onClick={() => void cancel()}
        >
          {progressTexts.cancel[language]}
        </button>
      </div>
      <ProgressBar fraction={progress?.fraction ?? 0} label={words} />
      {problem && <ProblemText problem={problem} language={language} />}
    </div>
  );
}
