import type { ComponentChildren, JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { KpiName } from "./kpi_name.tsx";
import { NextChecks } from "./next_checks.tsx";
import { OutsideKpis } from "./outside_kpis.tsx";
import { probabilityWords, valueWords } from "./range_words.ts";
import { setWords, titleWords } from "./set_words.ts";
import { VersusBar } from "./versus_bar.tsx";

/** Less likely classes than this are not worth a word. */
const leastOther = 0.01;
const mostOthers = 3;

/** What else a row might be, how little would turn the answer, and what to check next. */
export function TieBreaker(
  { answer, children }: {
    readonly answer: RowAnswer;
    /** What can be done now, at the end. */
    readonly children?: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { classes, probabilities, diagnosis, runnerUp, verdict } = answer;
  const others = classes
    .map((fault, index) => ({ fault, probability: probabilities[index] ?? 0 }))
    .filter(({ fault, probability }) =>
      fault !== diagnosis && fault !== runnerUp && probability >= leastOther
    )
    .sort((a, b) => b.probability - a.probability)
    .slice(0, mostOthers);
  return (
    <section class="tie-breaker" aria-label={titleWords(answer, nameFault, language)}>
      <h3>{titleWords(answer, nameFault, language)}</h3>
      {setWords(answer, nameFault, language).map((sentence) => (
        <p key={sentence} class="small dim">{sentence}</p>
      ))}
      {verdict === "unknown" && <OutsideKpis answer={answer} />}
      <VersusBar answer={answer} />
      {others.length > 0 && (
        <p class="tiny faint">
          {rowAnswerTexts.others[language]}{" "}
          {others.map(({ fault, probability }) =>
            `${cutName(nameFault(fault).name, 40)} ${probabilityWords(probability)}`
          ).join({ en: ", ", zh: "，" }[language])}
        </p>
      )}
      {answer.evidence !== null && (
        <>
          <Flip answer={answer} />
          <NextChecks checks={answer.checks} />
        </>
      )}
      {answer.notices.length > 0 && (
        <ul class="tiny faint answer-notices">
          {answer.notices.map(({ code, message }) => <li key={code}>{message[language]}</li>)}
        </ul>
      )}
      {children && <div class="row wrap acts">{children}</div>}
    </section>
  );
}

/** The smallest change that turns the answer. */
function Flip(
  { answer: { flip } }: { readonly answer: RowAnswer },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  if (flip === null) return <p class="small dim">{rowAnswerTexts.noFlip[language]}</p>;
  return (
    <p class="small dim">
      {rowAnswerTexts.flip[language]} <KpiName name={flip.feature} /> {rowAnswerTexts.flipTo(
        flip.relation,
        valueWords(flip.to, language),
        valueWords(flip.from, language),
        cutName(nameFault(flip.fault).name, 60),
      )[language]}
    </p>
  );
}
