import type { JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { NamedFault } from "./named_fault.tsx";
import { probabilityWords } from "./range_words.ts";

const width = 1000;
const gap = 4;

/** The diagnosis and the runner-up, each with its probability, in words and as one bar. */
export function VersusBar(
  { answer }: { readonly answer: RowAnswer },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { diagnosis, runnerUp, classes, probabilities, confidence, verdict } = answer;
  const other = runnerUp === null ? 0 : probabilities[classes.indexOf(runnerUp)] ?? 0;
  const own = Math.round(width * confidence), next = Math.round(width * other);
  return (
    <>
      <div class="versus">
        <div>
          {verdict === "unknown" && (
            <span class="tiny faint">{rowAnswerTexts.bestGuess[language]}</span>
          )}
          <NamedFault fault={diagnosis} />
          <b>{probabilityWords(confidence)}</b>
        </div>
        {runnerUp !== null && (
          <>
            <span class="faint">
              {rowAnswerTexts[verdict === "several" ? "or" : "orElse"][language]}
            </span>
            <div>
              <NamedFault fault={runnerUp} />
              <b>{probabilityWords(other)}</b>
            </div>
          </>
        )}
      </div>
      <svg
        class="share-bar"
        viewBox={`0 0 ${width} 8`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect class="ground" width={width} height={8} />
        <rect class={nameFault(diagnosis).colour} width={Math.max(0, own - gap / 2)} height={8} />
        {runnerUp !== null && (
          <rect
            class={nameFault(runnerUp).colour}
            x={own + gap / 2}
            width={Math.max(0, next - gap)}
            height={8}
          />
        )}
      </svg>
    </>
  );
}
