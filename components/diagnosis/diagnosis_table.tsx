import type { JSX } from "preact";
import type { DiagnosisAnswer } from "@/web/api_schema.ts";
import { useLanguage } from "../language.ts";
import { Moment } from "../moment.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { largestShare, ShareBar } from "../share_bar.tsx";
import { homeTexts } from "../texts_home.ts";

/** Diagnoses as a list, each with the shares of its faults. */
export function DiagnosisTable(
  { diagnoses }: { diagnoses: readonly DiagnosisAnswer[] },
): JSX.Element {
  const language = useLanguage();
  return (
    <div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{homeTexts.file[language]}</th>
            <th scope="col" class="wide-only">{homeTexts.model[language]}</th>
            <th scope="col" class="right">{homeTexts.rows[language]}</th>
            <th scope="col">{homeTexts.faults[language]}</th>
            <th scope="col" class="not-narrow">{homeTexts.warnings[language]}</th>
            <th scope="col" class="right not-narrow">{homeTexts.done[language]}</th>
          </tr>
        </thead>
        <tbody>
          {diagnoses.map(({ id, source, model, rows, counts, withWarnings, created }) => {
            const largest = largestShare(counts);
            return (
              <tr key={id}>
                <td class="wrap">
                  <a class="name" href={`/diagnoses/${id}`}>{source}</a>
                </td>
                <td class="wide-only dim">
                  {homeTexts.versionOf(model.name, model.version)[language]}
                </td>
                <td class="right">{countWords(rows)}</td>
                <td class="shares-cell">
                  <ShareBar counts={counts} />
                  {largest && (
                    <span class="tiny dim">
                      {largest.fault} {percentWords(largest.share, language)}
                    </span>
                  )}
                </td>
                <td class="not-narrow">
                  {withWarnings > 0 && (
                    <span class="tag warn">
                      {homeTexts.rowsWithWarnings(countWords(withWarnings))[language]}
                    </span>
                  )}
                </td>
                <td class="right dim not-narrow">
                  <Moment time={created} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
