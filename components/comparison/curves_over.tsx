import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { FigureView } from "../figures/figure_view.tsx";
import { useLanguage } from "../language.ts";
import { comparisonTexts as texts } from "../texts_comparison.ts";
import type { CommonCurves } from "./compared_figures.ts";

/** The curves of the runs over one another, one kind of curve beside the other. */
export function CurvesOver(
  { curves }: { readonly curves: readonly CommonCurves[] },
): JSX.Element {
  return (
    <div class={curves.length > 1 ? "figures" : "figures one"}>
      {curves.map((each) => <CurveOver key={each.title.en} curves={each} />)}
    </div>
  );
}

function CurveOver({ curves }: { readonly curves: CommonCurves }): JSX.Element {
  const language = useLanguage();
  const [series, setSeries] = useState(0);
  const figure = useMemo(() => curves.draw(series), [curves, series]);
  return (
    <div>
      {curves.series.length > 1 && (
        <label class="small comparison-cell">
          {texts.curve[language]}{" "}
          <select
            aria-label={`${curves.title[language]}: ${texts.curve[language]}`}
            value={String(series)}
            onChange={({ currentTarget }) => setSeries(Number(currentTarget.value))}
          >
            {curves.series.map((name, index) => (
              <option key={name.en} value={String(index)}>{name[language]}</option>
            ))}
          </select>
        </label>
      )}
      <FigureView figure={figure} />
    </div>
  );
}
