import type { PlotOptions } from "@observablehq/plot";
import type { PlotFigure } from "@/pipeline/cells/plot_figure.ts";
import { plotViolation } from "@/pipeline/code/plot_check.ts";
import { plotTexts } from "../../texts_plot.ts";
import type { Drawing, DrawingRequest, FigureKind } from "../drawable.ts";
import { emptyDrawing } from "../empty_drawing.ts";
import { type LocalMark, type LocalPlot, localPlot } from "../plot/local_plot.ts";
import { axesWords, axisScale, namesWidth, plotAxis } from "../plot/plot_axes.ts";
import { colourLegend, colourScale, plotColours } from "../plot/plot_colours.ts";
import { intervalGuard } from "../plot/plot_intervals.ts";
import { accessorOf, drawnMark } from "../plot/plot_marks_of.ts";
import { steadyIds } from "../plot/plot_ids.ts";
import {
  panelGap,
  panelGrid,
  panelHeight,
  type PlotPanels,
  plotPanels,
} from "../plot/plot_panels.ts";
import { addRamp, rampHeight } from "../plot/plot_ramp.ts";
import { PlotStops } from "../plot/plot_stops.ts";
import { plotData, plotStatements } from "../plot/plot_words_of.ts";
import { dressed, type Plot, plotBasics } from "../plot_frame.ts";
import { clipped, nameIn } from "../shown_names.ts";

const usualHeight = 220;
const rowHeight = 22;
const margins = { top: 8, right: 12, bottom: 24, left: 44 };

/** Any marks of Observable Plot, described as plain data. */
export function plotKind(given: PlotFigure): FigureKind {
  const figure = localPlot(given, "en");
  return {
    isWide: plotPanels(figure, 1) !== undefined || panelGrid(figure) !== undefined,
    height: (width) => heightOf(figure, width),
    axes: (language) => axesWords(localPlot(given, language), language),
    legend: (language) => colourLegend(figure, language),
    draw: (plot, request) => drawPlot(plot, given, request),
    statements: (language) =>
      plotStatements(
        localPlot(given, language),
        plotPanels(localPlot(given, language), 1),
        language,
      ),
    data: (language) => plotData(localPlot(given, language), language),
  };
}

function heightOf(figure: LocalPlot, width: number): number {
  const { height } = figure.layout;
  if (typeof height === "number") return height;
  const key = plotColours(figure).by === "number" ? rampHeight : 0;
  const panels = plotPanels(figure, width);
  const rows = plotAxis(figure, "y").names.length;
  const own = rows > 0
    ? Math.min(900, Math.max(60, rows * (panels ? 16 : rowHeight)))
    : panels
    ? panelHeight
    : usualHeight;
  const grid = panels ? undefined : panelGrid(figure);
  if (grid) return key + margins.top + margins.bottom + 20 + 72 * Math.min(12, grid.rows.length);
  const count = panels?.rows ?? 1;
  return key + margins.top + margins.bottom + count * own + (panels ? count * panelGap : 0);
}

function drawPlot(plot: Plot, given: PlotFigure, request: DrawingRequest): Drawing {
  const { language, width } = request;
  const wrong = plotViolation(given);
  if (wrong) return messageDrawing(plot, request, wrong.text[language]);
  const { guard, scales } = intervalGuard(localPlot(given, language));
  const figure = localPlot({ ...given, scales }, language);
  const hasData = figure.marks.some(({ rows, channels }) =>
    rows > 0 && Object.values(channels).some(({ values }) => values.some((each) => each !== null))
  );
  if (!hasData) return emptyDrawing(plot, request);
  const stops = new PlotStops(language);
  const colours = plotColours(figure);
  const panels = plotPanels(figure, width);
  const [x, y] = [plotAxis(figure, "x"), plotAxis(figure, "y")];
  const left = y.names.length > 0 ? namesWidth(y.names, width) : margins.left;
  const key = colours.by === "number" ? rampHeight : 0;
  const height = heightOf(figure, width);
  const grid = panels ? undefined : panelGrid(figure);
  const right = margins.right + (grid ? namesWidth(grid.rows, width / 2) : 0);
  const across = panels?.columns ?? Math.max(1, grid?.columns.length ?? 1);
  const inner = (width - left - right) / across;
  const down = panels?.rows ?? Math.max(1, grid?.rows.length ?? 1);
  try {
    const { layout } = figure;
    const drawing = plot.plot({
      marginTop: key + (panels ? panelGap : grid ? 24 : margins.top),
      marginRight: right,
      marginBottom: margins.bottom,
      marginLeft: left,
      ...layout,
      ...plotBasics(request),
      ...(layout["aspectRatio"] === undefined ? { height } : {}),
      x: axisScale(figure, "x", x, { room: inner, language }),
      y: axisScale(figure, "y", y, { room: height / down, language }),
      color: colourScale(figure, colours),
      ...otherScales(scales),
      ...(panels ? panelScales(panels, height) : gridScales(grid)),
      marks: [
        ...figure.marks.map((mark) =>
          drawnMark(plot, mark, {
            render: stops.of(mark),
            panels: panels && placesOf(mark, panels),
            guard,
          })
        ),
        ...(panels ? [panelNames(plot, panels, inner, language)] : []),
      ],
    });
    withoutWarnings(drawing);
    steadyIds(drawing, `${width} ${JSON.stringify(figure)}`);
    const label = [...colourLabels(figure)][0] ?? "";
    if (key > 0) addRamp(drawing, nameIn(label, language), language);
    return { svg: dressed(drawing), points: stops.points, nearest: "xy" };
  } catch (error) {
    // Plot refuses combinations that no list of words can tell beforehand, and says why.
    return messageDrawing(plot, request, error instanceof Error ? error.message : String(error));
  }
}

function otherScales(
  scales: LocalPlot["scales"],
): PlotOptions {
  return Object.fromEntries(
    Object.entries(scales).filter(([name]) => name !== "x" && name !== "y" && name !== "color")
      .map(([name, options]) => [name, { ...options, label: null }]),
  );
}

/** Where the panel of each row of a mark stands. */
function placesOf(
  { channels: { fx } }: LocalMark,
  { names, columns }: PlotPanels,
) {
  if (fx === undefined) return undefined;
  const value = accessorOf(fx);
  const placeOf = (row: number): number => names.indexOf(String(value(row)));
  return {
    fx: (row: number) => placeOf(row) < 0 ? null : placeOf(row) % columns,
    fy: (row: number) => placeOf(row) < 0 ? null : Math.floor(placeOf(row) / columns),
  };
}

/** Panels in rows and columns have their names at the edges. */
function gridScales(grid: ReturnType<typeof panelGrid>): PlotOptions {
  return grid ? { fx: { label: null }, fy: { label: null } } : {};
}

function panelScales({ columns, rows }: PlotPanels, height: number): PlotOptions {
  const range = (length: number): number[] => Array.from({ length }, (_, index) => index);
  return {
    fx: { axis: null, domain: range(columns), paddingInner: 0.12 },
    fy: {
      axis: null,
      domain: range(rows),
      paddingInner: Math.min(0.5, panelGap / Math.max(1, height / rows)),
    },
  };
}

function panelNames(
  plot: Plot,
  { names, columns }: PlotPanels,
  width: number,
  language: DrawingRequest["language"],
) {
  return plot.text(names, {
    fx: (_: string, index: number) => index % columns,
    fy: (_: string, index: number) => Math.floor(index / columns),
    text: (name: string) => clipped(nameIn(name, language), width - 8),
    frameAnchor: "top-left",
    lineAnchor: "bottom",
    dy: -6,
    fill: "var(--text-2)",
    fontWeight: 500,
  });
}

/** What the colours of a quantity are of. */
function* colourLabels({ marks, scales }: LocalPlot): Iterable<string> {
  const said = scales["color"]?.["label"];
  if (typeof said === "string") yield said;
  for (const { channels: { fill, stroke } } of marks) {
    for (const channel of [fill, stroke]) if (channel?.label !== undefined) yield channel.label;
  }
}

/** Plot marks a drawing that it has warned of with a sign, which its console explains. */
function withoutWarnings(drawing: Element): void {
  for (const text of drawing.querySelectorAll("text")) {
    if (text.getAttribute("font-family") === "initial") text.remove();
  }
}

function messageDrawing(plot: Plot, request: DrawingRequest, why: string): Drawing {
  const words = plotTexts.cannotDraw(nameIn(why, request.language))[request.language];
  const svg = dressed(plot.plot({
    ...plotBasics(request),
    height: 80,
    margin: 0,
    axis: null,
    marks: [plot.text([words], {
      frameAnchor: "left",
      textAnchor: "start",
      lineWidth: request.width / 12,
      fill: "var(--text-2)",
      fontSize: 12,
    })],
  }));
  return { svg, points: [], nearest: "xy" };
}
