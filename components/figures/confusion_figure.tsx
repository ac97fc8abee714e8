import type { JSX } from "preact";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { figureTexts } from "../texts_figures.ts";
import { FigureFrame } from "./figure_frame.tsx";

type Confusion = Extract<Figure, { type: "confusion" }>;

/** So many classes have room for their names above the columns; more are numbered. */
const namedColumns = 8;

/** With more classes it takes a whole line. */
const besideOthers = 6;

/** True class against diagnosis, as a table that is shaded by the share of the row. */
export function ConfusionFigure({ figure }: { figure: Confusion }): JSX.Element {
  const language = useLanguage();
  const { classes, counts, title, caption } = figure;
  const isNumbered = classes.length > namedColumns;
  const heads = classes.map((name, index) => isNumbered ? String(index + 1) : name);
  return (
    <FigureFrame
      title={title}
      axes={figureTexts.confusionAxes[language]}
      caption={caption}
      isWide={classes.length > besideOthers}
    >
      <div class="scroll" tabIndex={0} role="region" aria-label={title[language]}>
        <table class={isNumbered ? "heat many" : "heat"}>
          <thead>
            <tr>
              <th class="row-head" scope="col">
                <span class="visually-hidden">{figureTexts.trueClass[language]}</span>
              </th>
              {heads.map((head, index) => (
                <th key={classes[index]} scope="col" title={classes[index]}>{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counts.map((row, truth) => {
              const all = row.reduce((sum, count) => sum + count, 0);
              return (
                <tr key={classes[truth]}>
                  <th scope="row" title={classes[truth]}>
                    {isNumbered && <span class="faint number">{heads[truth]}</span>}
                    {classes[truth]}
                  </th>
                  {row.map((count, diagnosed) => (
                    <td
                      key={classes[diagnosed]}
                      class={count === 0 ? "q0 zero" : `q${shade(count / all)}`}
                      title={figureTexts.confused(
                        classes[truth] ?? "",
                        classes[diagnosed] ?? "",
                        countWords(count),
                        countWords(all),
                      )[language]}
                    >
                      {countWords(count)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </FigureFrame>
  );
}

/** The step of the scale of shades for a share above 0. */
function shade(share: number): number {
  return Math.min(9, Math.max(1, Math.ceil(share * 9.5 - 0.25)));
}
