import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Answered } from "@/islands/sample/questions.ts";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { EvidenceTable } from "../diagnosis/evidence_table.tsx";
import { PastCases } from "../diagnosis/past_cases.tsx";
import { TieBreaker } from "../diagnosis/tie_breaker.tsx";
import { useFaultName } from "../fault_catalogue.ts";
import { StateMark } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { numberWords, percentWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { sampleTexts } from "../texts_sample.ts";
import { type ErrorRate, ErrorRateField } from "./error_rate_field.tsx";
import { ProbabilityBars } from "./probability_bars.tsx";

/** An explanation that comes sooner than this, in milliseconds, needs no word that it is awaited. */
const soon = 500;

/** What the model says of the sample, as it is now. */
export function AnswerPanel(
  { answered, features, values, rate, onRate, onApply, onAgain }: {
    readonly answered: Answered;
    /** The names of the features, in the order of the model. */
    readonly features: readonly string[];
    readonly values: readonly (number | null)[];
    readonly rate: ErrorRate;
    readonly onRate: (rate: ErrorRate) => void;
    /** Gives a feature another value. */
    readonly onApply: (feature: string, value: number) => void;
    readonly onAgain: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { answer, explained, isExplained, problem } = answered;
  const isLate = useLate(!isExplained && problem === undefined);
  const present = answer && withExplanation(answer, explained);
  const flip = present?.evidence ? present.flip : null;
  return (
    <section class="sample-answer" aria-labelledby="answer">
      <div class="sample-now">
        <div class="section-head">
          <h2 id="answer">{sampleTexts.answer[language]}</h2>
          <ErrorRateField rate={rate} onRate={onRate} />
        </div>
        {problem && (
          <div class="sample-problem">
            <ProblemText problem={problem} language={language} />
            <div class="row wrap">
              <button type="button" class="button" onClick={onAgain}>
                {sampleTexts.askAgain[language]}
              </button>
              {answer && <span class="small dim">{sampleTexts.olderAnswer[language]}</span>}
            </div>
          </div>
        )}
        {present === undefined && problem === undefined && (
          <p class="state is-running" role="status">
            <StateMark state="running" />
            {sampleTexts.asking[language]}
          </p>
        )}
        <Spoken answer={explained} />
        {present && <ProbabilityBars answer={present} />}
      </div>
      <div class="sample-why">
        {present && (
          <TieBreaker answer={present}>
            {flip && (
              <button
                type="button"
                class="button"
                onClick={() => onApply(flip.feature, flip.to)}
              >
                {sampleTexts.applyFlip(cutName(flip.feature, 40), numberWords(flip.to))[language]}
              </button>
            )}
          </TieBreaker>
        )}
        {explained && (
          <>
            {isLate && (
              <p class="state is-stale" role="status">
                <StateMark state="stale" />
                {sampleTexts.olderEvidence[language]}
              </p>
            )}
            <EvidenceTable answer={explained} />
            <PastCases answer={explained} features={features} values={values} />
          </>
        )}
      </div>
    </section>
  );
}

/** Tells those who do not see the bars what the answer is, once it stands. */
function Spoken({ answer }: { readonly answer: RowAnswer | undefined }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  return (
    <p class="visually-hidden" role="status">
      {answer && sampleTexts.nowIs(
        cutName(nameFault(answer.diagnosis).name, 60),
        percentWords(answer.confidence, language),
      )[language]}
    </p>
  );
}

/** A quick answer with the explanation of a moment ago, as long as both say the same: what stands below does not jump. */
function withExplanation(answer: RowAnswer, explained: RowAnswer | undefined): RowAnswer {
  const isSame = explained !== undefined && answer.diagnosis === explained.diagnosis &&
    answer.runnerUp === explained.runnerUp;
  if (answer.evidence !== null || !isSame) return answer;
  const { evidence, cases, checks, flip, notices } = explained;
  return { ...answer, evidence, cases, checks, flip, notices };
}

/** Whether something has been so for a while. */
function useLate(isSo: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isSo) return setLate(false);
    const timer = setTimeout(() => setLate(true), soon);
    return () => clearTimeout(timer);
  }, [isSo]);
  return isSo && isLate;
}
