import type { ComponentChildren, JSX } from "preact";
import type { Notice } from "@/pipeline/problem.ts";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { promisedWords, shareWords } from "./range_words.ts";

/** How many rows have one possible fault, several or none, and what is promised of that. */
export function HowSure(
  { diagnosis, notices, children }: {
    readonly diagnosis: DiagnosisAnswer;
    /** What the model cannot judge, and why. */
    readonly notices: readonly Notice[];
    /** What can be done about it. */
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisPageTexts;
  const { verdicts, errorRate, rows, unknownGroups } = diagnosis;
  return (
    <section class="section" aria-labelledby="how-sure">
      <div class="section-head">
        <h2 id="how-sure">{texts.howSure[language]}</h2>
      </div>
      {verdicts === null ? <p class="small dim">{texts.notAsked[language]}</p> : (
        <Judged
          verdicts={verdicts}
          rows={rows}
          groups={unknownGroups.length}
          errorRate={errorRate}
        />
      )}
      {notices.map(({ code, message }) => (
        <p key={code} class="small dim promise">{message[language]}</p>
      ))}
      <div class="row wrap needs-script">{children}</div>
    </section>
  );
}

function Judged(
  { verdicts, rows, groups, errorRate }: {
    readonly verdicts: NonNullable<DiagnosisAnswer["verdicts"]>;
    readonly rows: number;
    readonly groups: number;
    readonly errorRate: number;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisPageTexts;
  const { one, several, unknown, unread } = verdicts;
  const notJudged = rows - one - several - unknown - unread;
  const canJudge = one + several > 0 || notJudged === 0;
  return (
    <>
      <dl class="numbers">
        {canJudge && (
          <>
            <Verdict name={texts.one[language]} rows={one} />
            <Verdict name={texts.several[language]} rows={several} />
          </>
        )}
        <Verdict name={texts.nothing[language]} rows={unknown} groups={groups} />
        {notJudged > 0 && <Verdict name={texts.notJudged[language]} rows={notJudged} />}
        {unread > 0 && <Verdict name={texts.unread[language]} rows={unread} />}
      </dl>
      <p class="small dim promise">
        {canJudge
          ? texts.promise(promisedWords(errorRate, language))[language]
          : texts.cannotJudge[language]}
        {unknown > 0 && (
          <>
            {" "}
            {texts.chance(
              shareWords(errorRate, language),
              countWords(Math.max(1, (rows - unread) * errorRate)),
            )[language]}
          </>
        )}
      </p>
    </>
  );
}

function Verdict(
  { name, rows, groups = 0 }: {
    readonly name: string;
    readonly rows: number;
    readonly groups?: number;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisPageTexts;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {countWords(rows)}{" "}
        <small>
          {(groups > 0 ? texts.rowsInGroups(rows, groups) : texts.rows(rows))[language]}
        </small>
      </dd>
    </div>
  );
}
