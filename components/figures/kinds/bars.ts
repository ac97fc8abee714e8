import type { FigureOf } from "@/pipeline/cells/figure.ts";
import type { Language } from "@/web/language.ts";
import { alignedNumberWords, countWords, numberWords } from "../../number_words.ts";
import { figureSentences as words } from "../../texts_figure_sentences.ts";
import { figureTexts } from "../../texts_figures.ts";
import { bandHeight, drawBands } from "../band_plot.ts";
import type { FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { listed, topOf } from "../sentences.ts";
import { nameIn } from "../shown_names.ts";

const rowHeight = 20;

/** So many bars are named in the sentence. */
const named = 3;

/** Bars from zero on below one another, each with its interval and its value. */
export function barsFigure(figure: FigureOf<"bars">): FigureKind {
  const { value, bars } = figure;
  const told = alignedNumberWords(bars.map((bar) => bar.value));
  const namesIn = (language: Language) => bars.map(({ name }) => nameIn(name, language));
  return {
    height: () => bandHeight(bars.length, rowHeight, false),
    axes: (language) => value.label[language],
    draw: (plot, request) => {
      if (bars.length === 0) return emptyDrawing(plot, request);
      const { language } = request;
      const names = namesIn(language);
      const values = bars.map((bar) => told(bar.value));
      const at = (row: number) => bars[row]?.value ?? 0;
      const bounded = bars.keys().filter((row) => bars[row]?.low !== undefined).toArray();
      return drawBands(
        plot,
        request,
        {
          names,
          values,
          axis: { scale: "linear" },
          domain: barDomain(figure),
          hasTicks: false,
          rowHeight,
        },
        (rows) => [
          plot.barX(rows, { x1: 0, x2: at, y: (row: number) => row, fill: "var(--mark)" }),
          plot.ruleY(bounded, {
            x1: (row: number) => bars[row]?.low ?? 0,
            x2: (row: number) => bars[row]?.high ?? at(row),
            y: (row: number) => row,
            stroke: "var(--text)",
            strokeWidth: 1.5,
          }),
        ],
        bars.map(({ value: length, low, high }, row) => ({
          along: length,
          lines: () => [
            names[row] ?? "",
            `${value.label[language]} ${numberWords(length)}`,
            ...(low !== undefined && high !== undefined
              ? [figureTexts.interval(told(low), told(high))[language]]
              : []),
          ],
        })),
      );
    },
    statements: (language) => {
      if (bars.length === 0) return [];
      const names = namesIn(language);
      const lengths = bars.map((bar) => bar.value);
      const tell = (rows: readonly number[]) =>
        listed(language, rows.map((row) => `${names[row]} ${told(lengths[row] ?? 0)}`));
      const lowest = topOf(lengths.map((length) => -length), 1);
      return [
        words.ofBars(countWords(bars.length)),
        words.highest(tell(topOf(lengths, named))),
        ...(bars.length > named ? [words.lowest(tell(lowest))] : []),
      ];
    },
    data: (language) => {
      const hasIntervals = bars.some(({ low }) => low !== undefined);
      const names = namesIn(language);
      return {
        columns: [
          words.name[language],
          value.label[language],
          ...(hasIntervals ? [words.low[language], words.high[language]] : []),
        ],
        rows: bars.map((bar, row) => [
          names[row] ?? "",
          bar.value,
          ...(hasIntervals ? [bar.low ?? null, bar.high ?? null] : []),
        ]),
      };
    },
  };
}

/** From zero to the furthest end; shares that come near to 1 are drawn up to 1. */
function barDomain({ bars, value }: FigureOf<"bars">): [number, number] {
  if (value.domain) return [...value.domain];
  let low = 0, high = 0;
  for (const bar of bars) {
    low = Math.min(low, bar.value, bar.low ?? 0);
    high = Math.max(high, bar.value, bar.high ?? 0);
  }
  if (low === high) return [0, 1];
  return [low, high > 0.5 && high <= 1 ? 1 : high];
}
