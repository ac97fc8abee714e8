import { type DrawnFigure, figureSchema } from "@/pipeline/cells/figure.ts";
import { recordedPlot as Plot } from "@/pipeline/code/plot_recorder.ts";
import { Random } from "@/pipeline/random.ts";

const random = new Random(5);
const bell = (): number => random.next() + random.next() + random.next() - 1.5;
const faults = ["normal", "io_saturation", "network", "cpu"];

/** Rows as a code cell has them: two KPIs, a fault, a host and a moment. */
export const rows = Array.from({ length: 240 }, (_, row) => ({
  load: 40 + 12 * bell() + 8 * (row % 4),
  wait: Math.abs(3 + 2 * bell() + (row % 4) * 1.5),
  fault: faults[row % 4] ?? "",
  host: `db-${1 + Math.floor(row / 4) % 6}`,
  at: new Date(Date.UTC(2026, 2, 1) + row * 600_000),
}));

/** A figure as it comes out of the process of a code cell. */
function asSent(figure: object): DrawnFigure {
  const sent = figureSchema.parse(JSON.parse(JSON.stringify(figure)));
  if (sent.type !== "plot") throw new Error("It is no plot.");
  return sent;
}

const xy = { x: "load", y: "wait" };
const steps = Array.from(
  { length: 12 },
  (_, step) => ({ step, from: step, to: step + 3, done: step ** 1.5 }),
);

/** A plot of every mark that code can ask for, with what is often asked of it. */
export const samplePlots: readonly DrawnFigure[] = [
  Plot.plot({
    title: "Dots by fault",
    subtitle: "240 rows of six hosts",
    caption: "The ground is drawn, too.",
    marks: [Plot.frame(), Plot.ruleY([0]), Plot.dot(rows, { ...xy, fill: "fault", r: 3 })],
  }),
  Plot.plot({
    title: "Panels by fault",
    marks: [
      Plot.dot(rows, { ...xy, fx: "fault" }),
      Plot.linearRegressionY(rows, { ...xy, fx: "fault" }),
    ],
  }),
  Plot.plot({
    title: "Panels of hosts and faults",
    marks: [Plot.dot(rows, { ...xy, fx: "fault", fy: "host", r: 1.5 })],
  }),
  Plot.plot({
    title: "Load along time",
    marks: [
      Plot.lineY(rows, { x: "at", y: "load", stroke: "var(--line-2)", strokeWidth: 1 }),
      Plot.lineY(rows, Plot.windowY(24, { x: "at", y: "load" })),
      Plot.ruleX([new Date(Date.UTC(2026, 2, 1, 12))], { strokeDasharray: "3 3" }),
      Plot.text(["noon"], {
        x: () => new Date(Date.UTC(2026, 2, 1, 12)),
        frameAnchor: "top",
        dx: 20,
      }),
    ],
  }),
  Plot.plot({
    title: "Rows by load",
    marks: [
      Plot.rectY(
        rows,
        Plot.binX({ y: "count" }, { x: { value: "load", thresholds: 20 }, fill: "fault" }),
      ),
      Plot.ruleY([0]),
    ],
  }),
  Plot.plot({
    title: "Mean wait by host",
    marks: [
      Plot.barY(rows, Plot.groupX({ y: "mean" }, { x: "host", y: "wait", sort: { x: "-y" } })),
    ],
    y: { grid: true },
  }),
  Plot.plot({
    title: "Rows by host and fault",
    marks: [Plot.barX(rows, Plot.groupY({ x: "count" }, { y: "host", fill: "fault" }))],
  }),
  Plot.plot({
    title: "Where rows are",
    marks: [Plot.rect(rows, Plot.bin({ fill: "count" }, { ...xy, thresholds: 12 }))],
  }),
  Plot.plot({
    title: "Mean wait of each pair",
    marks: [
      Plot.cell(rows, Plot.group({ fill: "mean" }, { x: "fault", y: "host", fill: "wait" })),
      Plot.text(rows, Plot.group({ text: "count" }, { x: "fault", y: "host", text: "wait" })),
    ],
  }),
  Plot.plot({ title: "Boxes by fault", marks: [Plot.boxX(rows, { x: "wait", y: "fault" })] }),
  Plot.plot({ title: "Boxes upright", marks: [Plot.boxY(rows, { x: "fault", y: "wait" })] }),
  Plot.plot({
    title: "Shares along time",
    marks: [
      Plot.areaY(
        faults.flatMap((fault, order) =>
          steps.map(({ step }) => ({ step, fault, rows: 4 + ((step * (order + 3)) % 7) }))
        ),
        Plot.stackY({ offset: "normalize" }, {
          x: "step",
          y: "rows",
          fill: "fault",
        }),
      ),
    ],
  }),
  Plot.plot({
    title: "Steps",
    marks: [
      Plot.areaY(steps, { x: "step", y: "done", curve: "step" }),
      Plot.line(steps, { x: "step", y: "done", curve: "step", marker: "dot" }),
    ],
  }),
  Plot.plot({
    title: "From and to",
    marks: [
      Plot.link(steps, { x1: "from", x2: "to", y1: "step", y2: "step", strokeWidth: 3 }),
      Plot.arrow(steps.slice(0, 4), {
        x1: "from",
        y1: "done",
        x2: "to",
        y2: "step",
        stroke: "steelblue",
      }),
      Plot.vector(steps, { x: "step", y: "done", rotate: "step", length: 12 }),
    ],
  }),
  Plot.plot({
    title: "Ticks of wait",
    marks: [Plot.tickX(rows, { x: "wait", y: "fault", stroke: "fault", strokeOpacity: 0.6 })],
  }),
  Plot.plot({
    title: "Shaded by time",
    marks: [Plot.dot(rows, { ...xy, stroke: "at", symbol: "fault" })],
  }),
  Plot.plot({
    title: "Hexagons",
    marks: [Plot.hexagon(rows, Plot.hexbin({ fill: "count" }, { ...xy, binWidth: 18 }))],
  }),
  Plot.plot({
    title: "Contours",
    marks: [Plot.density(rows, { ...xy, stroke: "fault" }), Plot.dot(rows, { ...xy, r: 1 })],
  }),
  Plot.plot({
    title: "Difference from the mean",
    marks: [Plot.rectY(steps, { x1: "from", x2: "to", y: "done", fill: "step", fillOpacity: 0.5 })],
    color: { type: "diverging", pivot: 5 },
    x: { domain: [0, 14] },
  }),
].map(asSent);
