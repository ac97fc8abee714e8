import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { scoreWords } from "../number_words.ts";
import { comparisonTexts as texts } from "../texts_comparison.ts";
import { type ComparedRun, scoreOf } from "./compared_runs.ts";

/** The scores in their order, and whether more is better. */
const measures = [
  { name: "macro_f1", label: texts.macroF1, isGain: true },
  { name: "accuracy", label: texts.accuracy, isGain: true },
  { name: "log_loss", label: texts.logLoss, isGain: false },
] as const;

/** The scores of a cell in each run, with their intervals and their distance from the baseline. */
export function ScoresTable(
  { compared, cell }: { readonly compared: readonly ComparedRun[]; readonly cell: string },
): JSX.Element {
  const language = useLanguage();
  const columns = compared.map(({ letter, run }) => ({
    letter,
    own: run.scores.find((each) => each.cell === cell),
  }));
  const baseline = columns[0]?.own;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={texts.scores[language]}>
      <table class="table tight comparison-scores">
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{texts.scores[language]}</span>
            </th>
            {columns.map(({ letter }) => <th key={letter} scope="col" class="right">{letter}</th>)}
          </tr>
        </thead>
        <tbody>
          {measures.map(({ name, label, isGain }) => (
            <tr key={name}>
              <th scope="row">{label[language]}</th>
              {columns.map(({ letter, own }, index) => {
                const score = scoreOf(own, name), from = scoreOf(baseline, name);
                if (score === undefined) return <td key={letter} class="right faint">–</td>;
                const { value, low, high } = score;
                const change = index === 0 || from === undefined ? undefined : value - from.value;
                const overlaps = low !== undefined && high !== undefined &&
                  from?.low !== undefined && from.high !== undefined &&
                  low <= from.high && from.low <= high;
                return (
                  <td key={letter} class="right">
                    {scoreWords(value)} {change !== undefined && (
                      <ChangeWords
                        change={change}
                        isGain={isGain}
                        isSame={own?.key === baseline?.key}
                        isDoubtful={overlaps}
                      />
                    )}
                    {low !== undefined && high !== undefined && (
                      <div class="tiny faint">
                        {texts.interval(scoreWords(low), scoreWords(high))[language]}
                      </div>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChangeWords(
  { change, isGain, isSame, isDoubtful }: {
    readonly change: number;
    readonly isGain: boolean;
    readonly isSame: boolean;
    readonly isDoubtful: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  if (isSame) return <span class="faint">{texts.same[language]}</span>;
  const words = `${change < 0 ? "−" : "+"}${scoreWords(Math.abs(change))}`;
  const isEven = Math.abs(change) < 0.0005;
  const kind = isEven || isDoubtful ? "faint" : change > 0 === isGain ? "better" : "worse";
  return (
    <span class={kind} title={isDoubtful ? texts.overlapping[language] : undefined}>{words}</span>
  );
}
