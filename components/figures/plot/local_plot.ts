import type { PlotChannel, PlotFigure, PlotMark } from "@/pipeline/cells/plot_figure.ts";
import type { Language } from "@/web/language.ts";

/** A channel whose label is in the language of the page. */
export type LocalChannel = Omit<PlotChannel, "label"> & { readonly label?: string };

/** See {@linkcode LocalChannel}. */
export type LocalMark = Omit<PlotMark, "channels"> & {
  readonly channels: Readonly<Record<string, LocalChannel>>;
};

/** See {@linkcode LocalChannel}. */
export type LocalPlot = Omit<PlotFigure, "marks"> & { readonly marks: readonly LocalMark[] };

/** A plot with the labels of one language. */
export function localPlot(figure: PlotFigure, language: Language): LocalPlot {
  return {
    ...figure,
    marks: figure.marks.map((mark) => ({
      ...mark,
      channels: Object.fromEntries(
        Object.entries(mark.channels).map(([name, { label, ...channel }]) => [
          name,
          label === undefined
            ? channel
            : { ...channel, label: typeof label === "string" ? label : label[language] },
        ]),
      ),
    })),
  };
}
