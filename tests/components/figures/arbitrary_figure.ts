import fc from "fast-check";
import type { Axis, DrawnFigure } from "@/pipeline/cells/figure.ts";
import type { PlotFigure, PlotMark } from "@/pipeline/cells/plot_figure.ts";
import { plotMarks } from "@/pipeline/code/plot_words.ts";

const letters = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "",
    "<img src=x onerror=alert(1)>",
    "</svg><script>alert(1)</script>",
    "a\u0000b\ud800c\u202e\u2028\ufffe",
    "=1+1",
    "很长的名称".repeat(40),
    "x".repeat(10_000),
  ),
);
const text = fc.record({ en: letters, zh: letters });
const number = fc.oneof(
  fc.double({ min: -1e17, max: 1e17, noNaN: true }),
  fc.integer({ min: -5, max: 5 }),
  fc.constantFrom(0, 1e-300, -1e300, 1.7e308, Number.MAX_SAFE_INTEGER),
);
const maybe = fc.option(number, { nil: null, freq: 4 });
const share = fc.constantFrom(0, 0.25, 0.5, 1);
const count = fc.nat(1e6);
const list = <Item>(item: fc.Arbitrary<Item>, maxLength = 6) => fc.array(item, { maxLength });
const axis: fc.Arbitrary<Axis> = fc.record({
  label: text,
  scale: fc.constantFrom("linear" as const, "log" as const, "time" as const),
});
const common = { title: text, caption: text };
const attempt = {
  trial: fc.option(fc.nat(1000), { nil: null }),
  name: text,
  details: text,
  seconds: fc.option(fc.constantFrom(0, 3.5, 1e6), { nil: null }),
};
const estimate = { value: maybe, low: number, high: number };
const histogram = { x: axis, edges: list(number), counts: list(count) };

const plotCell = fc.oneof(letters.filter((name) => name.length <= 300), maybe, fc.boolean());
const plotChannel = fc.constantFrom("x", "y", "x1", "y2", "fx", "fy", "fill", "stroke", "z", "r");
const plotTransforms: readonly NonNullable<PlotMark["transforms"]>[] = [
  [],
  [{ name: "binX", with: { y: "count" } }],
  [{ name: "groupX", with: { y: "mean" } }],
  [{ name: "stackY", with: {} }],
];
const plotMark = fc.nat(8).chain((rows) =>
  fc.record({
    mark: fc.constantFrom(...Object.keys(plotMarks)),
    rows: fc.constant(rows),
    channels: fc.dictionary(
      plotChannel,
      fc.record({
        values: fc.array(plotCell, { minLength: rows, maxLength: rows }),
        label: letters,
        isTime: fc.boolean(),
      }),
      { noNullPrototype: true },
    ),
    options: fc.constantFrom<PlotMark["options"]>({}, { curve: "step" }, { fill: "red", r: 4 }),
    transforms: fc.constantFrom(...plotTransforms),
  })
);

/** Figures of every type with all that the schema lets through, however odd. */
export const arbitraryFigure: fc.Arbitrary<DrawnFigure> = fc.oneof(
  fc.record({
    type: fc.constant("histogram" as const),
    ...common,
    x: axis,
    edges: list(number),
    series: list(fc.record({ name: text, counts: list(count) })),
  }),
  fc.record({
    type: fc.constant("before-after" as const),
    ...common,
    before: fc.record(histogram),
    after: fc.record(histogram),
  }),
  fc.record({
    type: fc.constant("bars" as const),
    ...common,
    value: axis,
    bars: list(
      fc.record({ name: fc.oneof(letters, text), value: number, low: number, high: number }),
    ),
  }),
  fc.record({
    type: fc.constant("confusion" as const),
    ...common,
    classes: list(letters),
    counts: list(list(count)),
  }),
  fc.record({
    type: fc.constant("lines" as const),
    ...common,
    x: axis,
    y: axis,
    series: list(fc.record({ name: text, x: list(maybe), y: list(maybe), detail: text })),
    rules: list(fc.record({ x: number, name: text }), 2),
  }),
  fc.record({
    type: fc.constant("dots" as const),
    ...common,
    x: axis,
    y: axis,
    points: fc.record({ x: list(maybe), y: list(maybe), category: list(letters) }),
  }),
  fc.record({
    type: fc.constant("beeswarm" as const),
    ...common,
    x: axis,
    swarms: list(fc.record({
      name: letters,
      x: list(number),
      shade: list(fc.option(share, { nil: null })),
    })),
  }),
  fc.record({
    type: fc.constant("missing-map" as const),
    ...common,
    columns: list(letters),
    edges: list(fc.nat(1e6)),
    shares: list(list(share)),
  }),
  fc.record({
    type: fc.constant("correlation" as const),
    ...common,
    measure: text,
    columns: list(letters),
    values: list(list(fc.option(fc.constantFrom(-1, -0.3, 0, 0.5, 1), { nil: null }))),
    pairs: list(fc.record({ a: letters, b: letters, value: share })),
  }),
  fc.record({
    type: fc.constant("shares" as const),
    ...common,
    parts: list(fc.record({ name: fc.oneof(letters, text), rows: count }), 14),
    total: count,
  }),
  fc.record({
    type: fc.constant("scores" as const),
    ...common,
    value: axis,
    measures: list(text),
    rows: list(fc.record({ name: letters, support: count, scores: list(fc.record(estimate)) })),
  }),
  fc.record({
    type: fc.constant("reliability" as const),
    ...common,
    bins: list(fc.record({ confidence: share, observed: share, rows: count })),
    error: share,
  }),
  fc.record({
    type: fc.constant("ranks" as const),
    ...common,
    rows: list(fc.record({
      name: letters,
      rank: number,
      low: number,
      high: number,
      chosen: fc.option(share, { nil: null }),
    })),
  }),
  fc.record({
    type: fc.constant("leaderboard" as const),
    ...common,
    score: axis,
    rows: list(fc.record({ ...attempt, ...estimate, isChosen: fc.boolean() })),
  }),
  fc.record({
    type: fc.constant("trials" as const),
    ...common,
    score: axis,
    trials: list(fc.record({ ...attempt, score: maybe, best: maybe })),
  }),
  fc.record({
    type: fc.constant("plot" as const),
    ...common,
    marks: list(plotMark, 3),
    scales: fc.constantFrom<PlotFigure["scales"]>({}, { x: { type: "log" } }, {
      y: { reverse: true, domain: [0, 1] },
    }),
    layout: fc.constantFrom<PlotFigure["layout"]>({}, { grid: true, height: 300 }),
  }),
);
