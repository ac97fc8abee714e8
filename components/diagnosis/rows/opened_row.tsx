import type { JSX } from "preact";
import { useLanguage } from "../../language.ts";
import { countWords } from "../../number_words.ts";
import { ProblemText } from "../../problem_text.tsx";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import { rowAnswerTexts } from "../../texts_row_answer.ts";
import { AboutFault } from "../about_fault.tsx";
import { EvidenceTable } from "../evidence_table.tsx";
import { PastCases } from "../past_cases.tsx";
import { TieBreaker } from "../tie_breaker.tsx";
import type { ResultRow } from "./result_row.ts";
import { otherWarnings } from "./row_tags.ts";
import { useDiagnosisRow } from "./use_diagnosis_row.ts";

/** All that the model says of one row: why, what else it might be, what to check next. */
export function OpenedRow(
  { diagnosis, row: { row, warnings }, errorRate, neighbours }: {
    readonly diagnosis: string;
    readonly row: ResultRow;
    readonly errorRate: number;
    /** The rows that are likely to be opened next. */
    readonly neighbours: readonly number[];
  },
): JSX.Element {
  const language = useLanguage();
  const { found, problem, retry } = useDiagnosisRow(diagnosis, row, errorRate, neighbours);
  const title = diagnosisRowsTexts.opened(countWords(row))[language];
  if (problem !== undefined) {
    return (
      <div class="row-detail is-short" role="region" aria-label={title}>
        <ProblemText problem={problem} language={language} />
        <div>
          <button type="button" class="button" onClick={retry}>
            {diagnosisRowsTexts.tryAgain[language]}
          </button>
        </div>
      </div>
    );
  }
  if (found === undefined) {
    return (
      <div class="row-detail is-short" role="region" aria-label={title} aria-busy="true">
        <p class="faint small" role="status">{diagnosisRowsTexts.asking[language]}</p>
      </div>
    );
  }
  const { answer, features, values } = found;
  const others = otherWarnings(warnings);
  const whatIf = (
    <a href={`/sample?diagnosis=${diagnosis}&row=${row}`}>{rowAnswerTexts.whatIf[language]}</a>
  );
  if (answer === null) {
    return (
      <div class="row-detail is-short" role="region" aria-label={title}>
        <div>
          <h3>{diagnosisRowsTexts.unread[language]}</h3>
          <p class="small dim row-warnings">{warnings}</p>
        </div>
      </div>
    );
  }
  return (
    <div class="row-detail" role="region" aria-label={title}>
      <div>
        <EvidenceTable answer={answer}>{whatIf}</EvidenceTable>
        <PastCases
          answer={answer}
          features={features}
          values={features.map((name) => values[name] ?? null)}
        />
        {others.length > 0 && (
          <>
            <h4 class="sub-head">{diagnosisRowsTexts.warnings[language]}</h4>
            <ul class="small dim row-warnings">
              {others.map((warning, index) => <li key={index}>{warning}</li>)}
            </ul>
          </>
        )}
      </div>
      <TieBreaker answer={answer}>
        <AboutFault answer={answer} />
      </TieBreaker>
    </div>
  );
}
