import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { clamp, lowerClamp } from "./clamp.ts";
import { mapSortedColumns } from "../table/column_statistics.ts";
import { normalQuantile } from "./normal_quantile.ts";

/** A rising, piecewise linear map of each of d columns onto the standard normal distribution. */
export interface QuantileNormal {
  /** Places for knots in a column: a power of two. */
  readonly stride: number;
  /** d×stride row-major, ascending in each column, Infinity behind its last knot. */
  readonly knots: Float32Array;
  /** d×stride row-major: the normal score at each knot. */
  readonly scores: Float32Array;
}

const maxKnots = 256;

/**
 * Maps each training value to the normal quantile of its mid-rank, the share of values below it and half
 * of those equal to it (van der Waerden scores with tied values in the middle of their ranks), at ≤ 256 of a
 * column's values, evenly spread over its ranks and with both ends. A column without spread maps to 0.
 */
export function fitQuantileNormal(matrix: FeatureMatrix, context: RunContext): QuantileNormal {
  const columns = mapSortedColumns(matrix, context, knotsOf);
  const most = Math.max(1, ...columns.map(({ length }) => length));
  const stride = 2 ** Math.ceil(Math.log2(most));
  const knots = new Float32Array(columns.length * stride).fill(Infinity);
  const scores = new Float32Array(columns.length * stride);
  columns.forEach((column, index) => {
    column.forEach(({ value, score }, knot) => {
      knots[index * stride + knot] = value;
      scores[index * stride + knot] = score;
    });
  });
  return { stride, knots, scores };
}

/** The knots of one column, ascending, at least one. */
function knotsOf(sorted: Float32Array): { value: number; score: number }[] {
  if (sorted.length === 0) return [{ value: 0, score: 0 }];
  const runs: { value: number; score: number; end: number }[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    const value = sorted[start]!;
    while (end < sorted.length && sorted[end] === value) end++;
    runs.push({ value, score: normalQuantile((start + end) / 2 / sorted.length), end });
  }
  if (runs.length <= maxKnots) return runs;
  const chosen = new Set<number>();
  for (let knot = 0, run = 0; knot < maxKnots; knot++) {
    const rank = Math.round(knot * (sorted.length - 1) / (maxKnots - 1));
    while (runs[run]!.end <= rank) run++;
    chosen.add(run);
  }
  return Array.from(chosen, (run) => runs[run]!);
}

/** The segment from each knot to the next; behind the last knot it is level. */
interface Segments {
  /** d×stride: distance to the next knot, 1 where there is none. */
  readonly widths: Float32Array;
  /** d×stride: the score's rise to the next knot, 0 where there is none. */
  readonly rises: Float32Array;
  readonly first: Float32Array;
  readonly last: Float32Array;
}

function segmentsOf({ stride, knots, scores }: QuantileNormal): Segments {
  const widths = new Float32Array(knots.length).fill(1);
  const rises = new Float32Array(knots.length);
  const first = new Float32Array(knots.length / stride);
  const last = new Float32Array(knots.length / stride);
  for (let place = 0; place < knots.length; place++) {
    const column = Math.floor(place / stride);
    if (place % stride === 0) first[column] = knots[place]!;
    if (knots[place] !== Infinity) last[column] = knots[place]!;
    if ((place + 1) % stride === 0 || knots[place + 1] === Infinity) continue;
    if (knots[place] === Infinity) continue;
    widths[place] = knots[place + 1]! - knots[place]!;
    rises[place] = scores[place + 1]! - scores[place]!;
  }
  return { widths, rises, first, last };
}

/** Maps every value, with the float32 roundings of the graph; NaN stays NaN. */
export function applyQuantileNormal(fitted: QuantileNormal, matrix: FeatureMatrix): FeatureMatrix {
  const { stride, knots, scores } = fitted;
  const { widths, rises, first, last } = segmentsOf(fitted);
  const width = matrix.names.length;
  const values = matrix.values.map((raw, cell) => {
    const column = cell % width;
    const value = clamp(raw, first[column]!, last[column]!);
    let place = column * stride;
    for (let step = stride / 2; step >= 1; step /= 2) {
      if (knots[place + step]! <= value) place += step;
    }
    const share = Math.fround(Math.fround(value - knots[place]!) / widths[place]!);
    return scores[place]! + Math.fround(share * rises[place]!);
  });
  return { ...matrix, values };
}

/**
 * Adds what {@linkcode applyQuantileNormal} does: a binary search of all columns at once, each step a
 * Gather from the flat table of knots, so that no tensor is larger than n×d.
 */
export function lowerQuantileNormal(
  fitted: QuantileNormal,
  graph: GraphBuilder,
  input: string,
): string {
  const { stride, knots, scores } = fitted;
  const { widths, rises, first, last } = segmentsOf(fitted);
  const value = lowerClamp(graph, input, graph.floats("first", first), graph.floats("last", last));
  const table = graph.floats("knots", knots);
  let place = graph.integers("column_start", Array.from(first, (_, column) => column * stride));
  for (let step = stride / 2; step >= 1; step /= 2) {
    const ahead = graph.node("Add", [place, graph.integers("step", [step], [])]);
    const reached = graph.node("LessOrEqual", [graph.node("Gather", [table, ahead]), value]);
    place = graph.node("Where", [reached, ahead, place]);
  }
  const at = (hint: string, data: Float32Array): string =>
    graph.node("Gather", [graph.floats(hint, data), place]);
  const offset = graph.node("Sub", [value, graph.node("Gather", [table, place])]);
  const share = graph.node("Div", [offset, at("widths", widths)]);
  const rise = graph.node("Mul", [share, at("rises", rises)]);
  return graph.node("Add", [at("scores", scores), rise]);
}
