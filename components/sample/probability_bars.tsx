import type { JSX } from "preact";
import type { RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Language } from "@/web/language.ts";
import { NamedFault } from "../diagnosis/named_fault.tsx";
import { shareWords } from "../diagnosis/range_words.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { percentWords } from "../number_words.ts";
import { sampleTexts } from "../texts_sample.ts";

const width = 1000;

/** So many classes keep their places; of more, those that are likely are shown. */
const mostAtOnce = 14;

/** How likely each class is. The bars stay in their places, so that one sees them move. */
export function ProbabilityBars({ answer }: { readonly answer: RowAnswer }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { classes, predictionSet } = answer;
  const possible = new Set(predictionSet ?? []);
  const shown = shownClasses(answer);
  const rest = classes.length - shown.length;
  return (
    <>
      <table class="bars sample-bars" aria-label={sampleTexts.probabilities[language]}>
        <tbody>
          {shown.map(({ fault, probability }) => (
            <tr key={fault} data-fault={fault}>
              <th scope="row">
                <NamedFault fault={fault} />
              </th>
              <td class="bar">
                <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
                  <rect class="ground" y={2} width={width} height={8} />
                  <rect
                    class={nameFault(fault).colour}
                    y={2}
                    width={(width * probability).toFixed(1)}
                    height={8}
                  />
                </svg>
              </td>
              <td class="right">{sureWords(probability, language)}</td>
              <td class="possible">
                {possible.has(fault) && (
                  <span class="tag" title={sampleTexts.possibleHelp[language]}>
                    {sampleTexts.possible[language]}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && <p class="tiny faint">{sampleTexts.others(rest)[language]}</p>}
    </>
  );
}

function shownClasses(
  { classes, probabilities, predictionSet }: RowAnswer,
): { readonly fault: string; readonly probability: number }[] {
  const all = classes.map((fault, index) => ({ fault, probability: probabilities[index] ?? 0 }));
  if (all.length <= mostAtOnce) return all;
  const possible = new Set(predictionSet ?? []);
  return all.toSorted((a, b) =>
    Number(possible.has(b.fault)) - Number(possible.has(a.fault)) || b.probability - a.probability
  ).slice(0, mostAtOnce);
}

/** A probability that is not quite everything is not said to be. */
function sureWords(probability: number, language: Language): string {
  return probability > 0.995 && probability < 1
    ? shareWords(Math.min(probability, 0.999), language)
    : percentWords(probability, language);
}
