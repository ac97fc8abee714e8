import type { JSX } from "preact";
import { faultColours } from "../fault_colours.ts";
import { FaultName } from "../fault_name.tsx";
import { useLanguage } from "../language.ts";
import { countWords, percentWords } from "../number_words.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";

const width = 1000;
const namesInSight = 5;

/** How many rows were given each fault, the most frequent first. */
export function ClassShares(
  { counts, rows }: {
    readonly counts: readonly { readonly fault: string; readonly rows: number }[];
    readonly rows: number;
  },
): JSX.Element {
  const language = useLanguage();
  const colours = faultColours(counts.map(({ fault }) => fault));
  const present = counts.filter((each) => each.rows > 0).toSorted((a, b) => b.rows - a.rows);
  const absent = counts.filter((each) => each.rows === 0).map(({ fault }) => fault);
  const most = Math.max(1, ...counts.map((each) => each.rows));
  return (
    <section class="section" aria-labelledby="shares">
      <div class="section-head">
        <h2 id="shares">{diagnosisTexts.classShares[language]}</h2>
        <span class="small faint">{diagnosisTexts.ofRows(countWords(rows))[language]}</span>
      </div>
      <table class="bars shares">
        <tbody>
          {present.map(({ fault, rows: count }) => (
            <tr key={fault}>
              <th scope="row" title={fault}>
                <FaultName name={fault} colour={colours.get(fault)} />
              </th>
              <td class="bar">
                <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    class={colours.get(fault)}
                    y={2}
                    width={width * count / most}
                    height={8}
                  />
                </svg>
              </td>
              <td class="right">{countWords(count)}</td>
              <td class="right faint">{percentWords(count / rows, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {absent.length > 0 && (
        <p class="small faint">
          {diagnosisTexts.notFound(
            Math.max(0, absent.length - namesInSight),
            absent.slice(0, namesInSight).join({ en: ", ", zh: "、" }[language]),
          )[language]}
        </p>
      )}
    </section>
  );
}
