/**
 * The part of Observable Plot that a figure can hold as plain data: every mark, channel, option and transform that
 * it may name. What stands here is drawn, what does not is refused.
 */

/** What an option takes: a number within bounds, or a kind of word. */
export type PlotValueKind =
  | readonly [least: number, most: number]
  | "none"
  | "flag"
  | "word"
  | "text"
  | "colour"
  | "colours"
  | "interval"
  | "cells"
  | "order"
  | "ticks";

/** Where a mark takes a channel from that is not given: the datum itself, its first or second part, its number. */
export type PlotDefault = "identity" | "index" | "first" | "second";

/** A mark. */
export interface PlotMarkWords {
  readonly defaults?: Readonly<Partial<Record<"x" | "y", PlotDefault>>>;
  /** Whether it sums up all its rows into few things to draw. */
  readonly sums?: boolean;
  /** Whether it is drawn without data. */
  readonly isBare?: boolean;
}

const pairs: PlotMarkWords = { defaults: { x: "first", y: "second" } };
const alongX: PlotMarkWords = { defaults: { x: "index", y: "identity" } };
const alongY: PlotMarkWords = { defaults: { x: "identity", y: "index" } };
const onX: PlotMarkWords = { defaults: { x: "identity" } };
const onY: PlotMarkWords = { defaults: { y: "identity" } };

export const plotMarks = {
  area: {},
  areaX: alongY,
  areaY: alongX,
  arrow: {},
  barX: alongY,
  barY: alongX,
  boxX: { ...onX, sums: true },
  boxY: { ...onY, sums: true },
  cell: pairs,
  cellX: { defaults: { x: "index" } },
  cellY: { defaults: { y: "index" } },
  circle: pairs,
  density: { ...pairs, sums: true },
  dot: pairs,
  dotX: onX,
  dotY: onY,
  frame: { isBare: true },
  hexagon: pairs,
  line: pairs,
  lineX: alongY,
  lineY: alongX,
  linearRegressionX: { ...alongY, sums: true },
  linearRegressionY: { ...alongX, sums: true },
  link: {},
  rect: {},
  rectX: alongY,
  rectY: alongX,
  ruleX: onX,
  ruleY: onY,
  text: pairs,
  textX: onX,
  textY: onY,
  tickX: onX,
  tickY: onY,
  vector: pairs,
} as const satisfies Readonly<Record<string, PlotMarkWords>>;

export const plotChannels = [
  "x",
  "x1",
  "x2",
  "y",
  "y1",
  "y2",
  "z",
  "fx",
  "fy",
  "fill",
  "stroke",
  "fillOpacity",
  "strokeOpacity",
  "opacity",
  "strokeWidth",
  "r",
  "symbol",
  "text",
  "title",
  "rotate",
  "length",
  "fontSize",
  "weight",
] as const;

const share = [0, 1] as const;
const pixels = [-1000, 1000] as const;

/** Options of marks that are no channels, or channels that have the same value for all rows. */
export const plotOptions: Readonly<Record<string, PlotValueKind>> = {
  fill: "colour",
  stroke: "colour",
  fillOpacity: share,
  strokeOpacity: share,
  opacity: share,
  strokeWidth: [0, 100],
  strokeDasharray: "word",
  strokeLinecap: "word",
  strokeLinejoin: "word",
  r: [0, 200],
  symbol: "word",
  rotate: [-360, 360],
  length: [0, 1000],
  fontSize: [1, 100],
  fontWeight: "word",
  fontStyle: "word",
  monospace: "flag",
  lineHeight: [0.1, 10],
  lineWidth: [1, 1000],
  textAnchor: "word",
  lineAnchor: "word",
  textOverflow: "word",
  frameAnchor: "word",
  anchor: "word",
  dx: pixels,
  dy: pixels,
  inset: pixels,
  insetTop: pixels,
  insetRight: pixels,
  insetBottom: pixels,
  insetLeft: pixels,
  rx: [0, 1000],
  ry: [0, 1000],
  curve: "word",
  tension: share,
  marker: "word",
  markerStart: "word",
  markerMid: "word",
  markerEnd: "word",
  bend: [-90, 90],
  headAngle: [0, 180],
  headLength: [0, 100],
  shape: "word",
  ci: [0, 0.999],
  bandwidth: [1, 1000],
  thresholds: [1, 100],
  binWidth: [4, 200],
  interval: "interval",
  offset: "word",
  order: "cells",
  reverse: "flag",
  clip: "flag",
  facet: "word",
  sort: "order",
};

/** Transforms, by what they do to the rows: "sums" makes few of them, "keeps" leaves as many or takes some. */
export const plotTransforms = {
  bin: "sums",
  binX: "sums",
  binY: "sums",
  group: "sums",
  groupX: "sums",
  groupY: "sums",
  groupZ: "sums",
  hexbin: "sums",
  stackX: "keeps",
  stackX1: "keeps",
  stackX2: "keeps",
  stackY: "keeps",
  stackY1: "keeps",
  stackY2: "keeps",
  windowX: "keeps",
  windowY: "keeps",
  normalizeX: "keeps",
  normalizeY: "keeps",
  mapX: "keeps",
  mapY: "keeps",
  selectFirst: "keeps",
  selectLast: "keeps",
  selectMinX: "keeps",
  selectMinY: "keeps",
  selectMaxX: "keeps",
  selectMaxY: "keeps",
} as const satisfies Readonly<Record<string, "sums" | "keeps">>;

/** What the outputs and settings of transforms may be called, besides channels. */
export const plotSettings: Readonly<Record<string, PlotValueKind>> = {
  k: [1, 5000],
  reduce: "word",
  basis: "word",
  anchor: "word",
  strict: "flag",
  offset: "word",
  order: "cells",
  reverse: "flag",
  cumulative: "cells",
  thresholds: "ticks",
  interval: "interval",
  domain: "cells",
  binWidth: [4, 200],
  scale: "word",
  label: "text",
  filter: "word",
  sort: "word",
  value: "word",
};

export const plotScales = [
  "x",
  "y",
  "fx",
  "fy",
  "color",
  "r",
  "opacity",
  "symbol",
  "length",
] as const;

export const plotScaleOptions: Readonly<Record<string, PlotValueKind>> = {
  type: "word",
  domain: "cells",
  range: "colours",
  scheme: "word",
  label: "text",
  legend: "flag",
  axis: "word",
  grid: "flag",
  line: "flag",
  reverse: "flag",
  nice: "ticks",
  zero: "flag",
  clamp: "flag",
  percent: "flag",
  round: "flag",
  ticks: "ticks",
  tickFormat: "text",
  tickSpacing: [1, 1000],
  interval: "interval",
  base: [2, 100],
  constant: [1e-9, 1e9],
  exponent: [0.01, 10],
  pivot: "cells",
  symmetric: "flag",
  n: [2, 20],
  padding: share,
  paddingInner: share,
  paddingOuter: share,
  align: share,
  inset: pixels,
  insetTop: pixels,
  insetRight: pixels,
  insetBottom: pixels,
  insetLeft: pixels,
};

/** Options of a whole plot; the width is that of the page. */
export const plotLayout: Readonly<Record<string, PlotValueKind>> = {
  width: [1, 10_000],
  height: [60, 1200],
  aspectRatio: [0.05, 20],
  margin: [0, 400],
  marginTop: [0, 400],
  marginRight: [0, 400],
  marginBottom: [0, 400],
  marginLeft: [0, 400],
  inset: pixels,
  grid: "flag",
  axis: "word",
  nice: "flag",
  clip: "flag",
};

/** The most marks of a plot, points of a mark, numbers of a plot, and letters of a text. */
export const plotLimits = { marks: 50, points: 5000, numbers: 200_000, letters: 200 } as const;
