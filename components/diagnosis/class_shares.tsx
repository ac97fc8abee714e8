import type { JSX } from "preact";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords, percentWords } from "../number_words.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { NamedFault } from "./named_fault.tsx";
import { UnknownFault } from "./unknown_fault.tsx";

const width = 1000;
const namesInSight = 5;

/** How many rows were given each fault, the most frequent first, and how many fit none. */
export function ClassShares(
  { counts, rows, unknown = 0, training }: {
    /** Rows of each class, those that fit nothing known left out. */
    readonly counts: readonly { readonly fault: string; readonly rows: number }[];
    readonly rows: number;
    /** Rows that fit nothing known. */
    readonly unknown?: number;
    /** The share of each class in the training data, where it is known. */
    readonly training?: ReadonlyMap<string, number> | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const present = counts.filter((each) => each.rows > 0).toSorted((a, b) => b.rows - a.rows);
  const absent = counts.filter((each) => each.rows === 0).map(({ fault }) => nameFault(fault).name);
  const most = Math.max(
    1 / rows,
    unknown / rows,
    ...present.map((each) => each.rows / rows),
    ...present.map(({ fault }) => training?.get(fault) ?? 0),
  );
  return (
    <section class="section" aria-labelledby="shares">
      <div class="section-head">
        <h2 id="shares">{diagnosisTexts.classShares[language]}</h2>
        <span class="small faint">
          {(training === undefined ? diagnosisTexts.ofRows : diagnosisPageTexts.sharesOf)(
            countWords(rows),
          )[language]}
        </span>
      </div>
      <table class="bars shares">
        <tbody>
          {present.map(({ fault, rows: count }) => (
            <ShareRow
              key={fault}
              name={<NamedFault fault={fault} />}
              colour={nameFault(fault).colour}
              count={count}
              rows={rows}
              most={most}
              training={training?.get(fault)}
            />
          ))}
          {unknown > 0 && (
            <ShareRow
              name={<UnknownFault />}
              colour="unknown-share"
              count={unknown}
              rows={rows}
              most={most}
            />
          )}
        </tbody>
      </table>
      {absent.length > 0 && (
        <p class="small faint">
          {diagnosisTexts.notFound(
            Math.max(0, absent.length - namesInSight),
            absent.slice(0, namesInSight).map((name) => cutName(name, 80))
              .join({ en: ", ", zh: "、" }[language]),
          )[language]}
        </p>
      )}
    </section>
  );
}

function ShareRow(
  { name, colour, count, rows, most, training }: {
    readonly name: JSX.Element;
    readonly colour: string;
    readonly count: number;
    readonly rows: number;
    /** The largest share of all, which fills the line. */
    readonly most: number;
    /** The share in the training data. */
    readonly training?: number | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  const tick = training === undefined ? undefined : width * training / most;
  return (
    <tr
      title={training === undefined
        ? undefined
        : diagnosisPageTexts.trainingShare(percentWords(training, language))[language]}
    >
      <th scope="row">{name}</th>
      <td class="bar">
        <svg viewBox={`0 0 ${width} 14`} preserveAspectRatio="none" aria-hidden="true">
          <rect class={colour} y={3} width={width * count / rows / most} height={8} />
          {tick !== undefined && (
            <>
              <line class="share-tick under" x1={tick} x2={tick} y1={0} y2={14} />
              <line class="share-tick" x1={tick} x2={tick} y1={0} y2={14} />
            </>
          )}
        </svg>
        {training !== undefined && (
          <span class="visually-hidden">
            {diagnosisPageTexts.trainingShare(percentWords(training, language))[language]}
          </span>
        )}
      </td>
      <td class="right">{countWords(count)}</td>
      <td class="right faint">{percentWords(count / rows, language)}</td>
    </tr>
  );
}
