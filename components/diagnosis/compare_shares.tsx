import type { JSX } from "preact";
import { type Verdict, verdicts } from "@/pipeline/diagnosis/verdict.ts";
import type { Differences } from "@/web/differences_schema.ts";
import { useLanguage } from "../language.ts";
import { countWords, percentWords } from "../number_words.ts";
import { compareTexts } from "../texts_diagnosis_compare.ts";
import { NamedFault } from "./named_fault.tsx";

/** How many rows each class and each verdict has in both, and the difference of the shares. */
export function CompareShares(
  { differences: { a, b, faults } }: { readonly differences: Differences },
): JSX.Element {
  const language = useLanguage();
  const line = (head: JSX.Element | string, first: number, second: number): JSX.Element => {
    const shares = [first / Math.max(1, a.rows), second / Math.max(1, b.rows)] as const;
    const change = 100 * (shares[1] - shares[0]);
    const sign = change > 0.05 ? "+" : change < -0.05 ? "−" : "±";
    return (
      <tr>
        <td>{head}</td>
        {[first, second].map((rows, side) => (
          <td key={side} class="right">
            {countWords(rows)}{" "}
            <span class="faint">{percentWords(shares[side] ?? 0, language)}</span>
          </td>
        ))}
        <td class="right">
          {compareTexts.points(`${sign}${Math.abs(change).toFixed(1)}`)[language]}
        </td>
      </tr>
    );
  };
  const head = (what: string): JSX.Element => (
    <thead>
      <tr>
        <th scope="col">{what}</th>
        <th scope="col" class="right">{compareTexts.first[language]}</th>
        <th scope="col" class="right">{compareTexts.second[language]}</th>
        <th scope="col" class="right">{compareTexts.difference[language]}</th>
      </tr>
    </thead>
  );
  const known: readonly Verdict[] = a.verdicts === null || b.verdicts === null ? [] : verdicts;
  return (
    <>
      <section class="section" aria-labelledby="compare-shares">
        <div class="section-head">
          <h2 id="compare-shares">{compareTexts.shares[language]}</h2>
          <span class="small faint">{compareTexts.bestGuess[language]}</span>
        </div>
        <div class="table-scroll">
          <table class="table">
            {head(compareTexts.fault[language])}
            <tbody>
              {faults.filter((each) => each.a + each.b > 0).map((each) =>
                line(
                  <NamedFault fault={each.fault} />,
                  each.a,
                  each.b,
                )
              )}
            </tbody>
          </table>
        </div>
      </section>
      {known.length > 0 && (
        <section class="section" aria-labelledby="compare-verdicts">
          <div class="section-head">
            <h2 id="compare-verdicts">{compareTexts.verdicts[language]}</h2>
          </div>
          <div class="table-scroll">
            <table class="table">
              {head(compareTexts.verdict[language])}
              <tbody>
                {known.map((verdict) =>
                  line(
                    compareTexts[verdict][language],
                    a.verdicts?.[verdict] ?? 0,
                    b.verdicts?.[verdict] ?? 0,
                  )
                )}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}
