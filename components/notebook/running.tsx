import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { LiveCell } from "@/islands/notebook/live_cell.ts";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { numberWords } from "../number_words.ts";
import { ProgressBar } from "../progress_bar.tsx";
import { notebookTexts } from "../texts_notebook.ts";

type Metrics = LiveCell["metrics"];

/** Live curves are drawn so many milliseconds apart at least. */
const calm = 250;

/** How far a running cell is: its progress, what it is at, and the curves of its metrics. */
export function Running(
  { live, isCostly }: { live: LiveCell; isCostly: boolean },
): JSX.Element {
  const language = useLanguage();
  const { progress } = live;
  const metrics = useCalm(live.metrics);
  const curves = useMemo(() => curvesOf(metrics), [metrics]);
  const message = progress?.message?.[language];
  return (
    <div class="running">
      {message !== undefined && <p class="small">{message}</p>}
      <ProgressBar
        fraction={progress?.fraction ?? 0}
        label={message ?? notebookTexts.progress[language]}
      />
      {curves.length > 0 && (
        <div class="live-curves">
          <div class="figures">
            {curves.map((curve) => <FigureView key={curve.title.en} figure={curve} />)}
          </div>
          <dl class="numbers">
            {curves.map(({ title, series: [line] }) => (
              <div key={title.en}>
                <dt>{title[language]}, {notebookTexts.latest[language]}</dt>
                <dd>{numberWords(Number((line?.y.at(-1) ?? 0).toPrecision(4)))}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {isCostly && <p class="tiny faint">{notebookTexts.mayCloseTab[language]}</p>}
    </div>
  );
}

/** A curve for each metric. */
function curvesOf(metrics: Metrics): Extract<Figure, { type: "lines" }>[] {
  const byName = Map.groupBy(metrics, ({ name }) => name);
  return [...byName].map(([name, points]) => {
    const title = { en: name, zh: name };
    return {
      type: "lines",
      title,
      x: { label: { en: "step", zh: "步" }, scale: "linear" },
      y: { label: title, scale: "linear" },
      series: [{
        name: title,
        x: points.map(({ step }) => step),
        y: points.map(({ value }) => value),
      }],
    };
  });
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
