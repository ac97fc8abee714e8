import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { MetricPoint } from "@/pipeline/metric.ts";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { scoreWords, secondsWords } from "../number_words.ts";
import { runningTexts } from "../texts_running.ts";
import { curveFigure, lossFigure } from "./live_figures.ts";
import { type LiveFold, liveFolds, liveLoss, otherCurves } from "./live_points.ts";

/** Live curves are drawn so many milliseconds apart at least. */
const calm = 300;

/** The curves of a cell while it trains: the loss of the fold at hand, the folds done, and whatever else it tells. */
export function LiveCurves({ metrics }: { metrics: readonly MetricPoint[] }): JSX.Element | null {
  const points = useCalm(metrics);
  const loss = useMemo(() => liveLoss(points), [points]);
  const folds = useMemo(() => liveFolds(points), [points]);
  const figure = useMemo(() => loss && lossFigure(loss), [loss]);
  const others = useMemo(() => [...otherCurves(points)].map(curveFigure), [points]);
  return (
    <div class={folds.length > 0 ? "live-curves with-folds" : "live-curves"}>
      {figure && <FigureView figure={figure} />}
      {others.map((curve) => <FigureView key={curve.title.en} figure={curve} />)}
      {folds.length > 0 && <Folds folds={folds} best={loss?.best} />}
    </div>
  );
}

/** What is known of the folds so far. */
function Folds(
  { folds, best }: { readonly folds: readonly LiveFold[]; readonly best: MetricPoint | undefined },
): JSX.Element {
  const language = useLanguage();
  const scores = folds.flatMap(({ score }) => score ?? []);
  const hasRounds = folds.some(({ rounds }) => rounds !== undefined);
  return (
    <div class="live-folds">
      <dl class="numbers">
        {scores.length > 0 && (
          <div>
            <dt>{runningTexts.foldsDone[language]}</dt>
            <dd>
              {scoreWords(mean(scores))}
              {scores.length > 1 && <small>{` ± ${scoreWords(deviation(scores))}`}</small>}
            </dd>
          </div>
        )}
        {best && (
          <div>
            <dt>{runningTexts.bestRound[language]}</dt>
            <dd>{best.step}</dd>
          </div>
        )}
      </dl>
      <table class="table tight" aria-label={runningTexts.folds[language]}>
        <thead>
          <tr>
            <th>{runningTexts.fold[language]}</th>
            <th class="right">{{ en: "Macro-F1", zh: "宏平均 F1" }[language]}</th>
            {hasRounds && <th class="right">{runningTexts.rounds[language]}</th>}
            <th class="right">{runningTexts.time[language]}</th>
          </tr>
        </thead>
        <tbody>
          {folds.map(({ fold, score, rounds, seconds }) => (
            <tr key={fold}>
              <td>{fold}</td>
              <td class="right">{score === undefined ? "…" : scoreWords(score)}</td>
              {hasRounds && <td class="right">{rounds ?? "…"}</td>}
              <td class="right">
                {seconds === undefined ? "…" : secondsWords(seconds, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** The value as it was a moment ago, so that what depends on it is not made too often. */
function useCalm<Value>(value: Value): Value {
  const [shown, setShown] = useState({ value, time: 0 });
  useEffect(() => {
    if (shown.value === value) return;
    const wait = Math.max(0, shown.time + calm - Date.now());
    const timer = setTimeout(() => setShown({ value, time: Date.now() }), wait);
    return () => clearTimeout(timer);
  }, [value, shown]);
  return shown.value;
}
