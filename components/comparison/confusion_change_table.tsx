import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { comparisonTexts as texts } from "../texts_comparison.ts";
import type { ConfusionChange } from "./compared_figures.ts";

/** With more classes than this the columns are numbered. */
const namedColumns = 8;

/** How the confusion of one run is another than the baseline's. */
export function ConfusionChangeTable(
  { letter, change }: { readonly letter: string; readonly change: ConfusionChange },
): JSX.Element {
  const language = useLanguage();
  const { classes, points, before, after } = change;
  const isNumbered = classes.length > namedColumns;
  return (
    <section>
      <h3>{texts.confusion(letter)[language]}</h3>
      <p class="tiny dim">{texts.confusionHelp[language]}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={texts.confusion(letter)[language]}>
        <table class="table tight confusion-change">
          <thead>
            <tr>
              <th scope="col">
                <span class="visually-hidden">{texts.trueClass[language]}</span>
              </th>
              {classes.map((name, index) => (
                <th key={name} scope="col" class="right" title={name}>
                  {isNumbered ? index + 1 : name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map((row, truth) => (
              <tr key={classes[truth]}>
                <th scope="row" title={classes[truth]}>
                  {isNumbered && <span class="faint">{truth + 1}</span>}
                  {classes[truth]}
                </th>
                {row.map((value, diagnosis) => (
                  <td
                    key={classes[diagnosis]}
                    class={`right ${kindOf(value, truth === diagnosis)}`}
                    title={texts.confusionCell(
                      classes[truth] ?? "",
                      classes[diagnosis] ?? "",
                      countWords(before[truth]?.[diagnosis] ?? 0),
                      countWords(after[truth]?.[diagnosis] ?? 0),
                    )[language]}
                  >
                    {Math.abs(value) < 0.05
                      ? <span class="faint">0</span>
                      : `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(1)}`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** More on the diagonal is better, more beside it is worse. */
function kindOf(value: number, isRight: boolean): string {
  if (Math.abs(value) < 0.05) return "";
  return value > 0 === isRight ? "better" : "worse";
}
