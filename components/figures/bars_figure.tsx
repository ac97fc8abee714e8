import type { JSX } from "preact";
import type { Figure } from "@/pipeline/cells/figure.ts";
import { useLanguage } from "../language.ts";
import { alignedNumberWords } from "../number_words.ts";
import { FigureFrame } from "./figure_frame.tsx";

type Bars = Extract<Figure, { type: "bars" }>;

const width = 1000;

/** Bars as a table: a name, the bar from zero on with its interval, the value. */
export function BarsFigure({ figure }: { figure: Bars }): JSX.Element {
  const language = useLanguage();
  const { bars, title, caption, value } = figure;
  const ends = bars.flatMap((bar) => [bar.value, bar.low ?? bar.value, bar.high ?? bar.value]);
  const low = Math.min(0, ...ends);
  const high = roundTop(Math.max(0, ...ends));
  const words = alignedNumberWords(bars.map((bar) => bar.value));
  const place = (at: number): number => high === low ? 0 : width * (at - low) / (high - low);
  return (
    <FigureFrame title={title} axes={value.label[language]} caption={caption}>
      <table class="bars">
        <tbody>
          {bars.map(({ name, value: length, low: from, high: to }) => (
            <tr key={name}>
              <th scope="row" title={name}>{name}</th>
              <td class="bar">
                <svg viewBox={`0 0 ${width} 12`} preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    class="mark"
                    x={Math.min(place(0), place(length))}
                    y={2}
                    width={Math.abs(place(length) - place(0))}
                    height={8}
                  />
                  {from !== undefined && to !== undefined && (
                    <line class="interval" x1={place(from)} x2={place(to)} y1={6} y2={6} />
                  )}
                </svg>
              </td>
              <td class="right">{words(length)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </FigureFrame>
  );
}

/** Where bars may end: shares that come near to 1 are drawn up to 1. */
function roundTop(high: number): number {
  return high > 0.5 && high <= 1 ? 1 : high;
}
