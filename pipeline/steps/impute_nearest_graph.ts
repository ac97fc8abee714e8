import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { NearestFill } from "./impute_nearest.ts";
import type { LinearScale } from "./linear_scale.ts";
import { lowerUnits } from "./standard_units.ts";

/**
 * Adds what `applyNearestFill` does to float32 [n, d]. No tensor is larger than n×m or holes×k:
 * distances come from two matrix products, and the k nearest are found column by column, for the
 * rows with a hole there.
 */
export function lowerNearestFill(fill: NearestFill, graph: GraphBuilder, input: string): string {
  const width = fill.scale.centre.length;
  // A last row of holes keeps every list of holes from being empty: onnxruntime's TopK dies of no rows.
  const holeRow = graph.floats("hole_row", new Float32Array(width).fill(NaN), [1, width]);
  const rows = graph.node("Concat", [input, holeRow], { axis: { int: 0 } });
  const references = graph.floats("references", fill.references, [
    fill.references.length / width,
    width,
  ]);
  const missing = transpose(graph, graph.node("IsNaN", [rows]));
  const holes = transpose(graph, graph.node("NonZero", [missing]));
  const nearest = lowerNearest(fill, graph, lowerDistances(fill, graph, rows, references), missing);
  const means = lowerMeans(fill, graph, references, holes, nearest);
  const filled = transpose(graph, graph.node("ScatterND", [transpose(graph, rows), holes, means]));
  return graph.node("Slice", [
    filled,
    graph.integers("first_row", [0]),
    graph.integers("last_row", [-1]),
  ]);
}

/** Float32 [n, m]: the distance of each row to each reference, Infinity where they share no column. */
function lowerDistances(
  fill: NearestFill,
  graph: GraphBuilder,
  rows: string,
  references: string,
): string {
  const [units, present] = lowerPresentUnits(fill.scale, graph, rows);
  const [referenceUnits, referencePresent] = lowerPresentUnits(fill.scale, graph, references);
  const squares = graph.node("Mul", [units, units]);
  const referenceSquares = graph.node("Mul", [referenceUnits, referenceUnits]);
  const minusTwice = graph.node("Mul", [referenceUnits, doubles(graph, "minus_two", [-2], [])]);
  // Σ (a − b)² over what both have = Σ a²·[b there] − 2·a·b + [a there]·b², a and b being 0 where missing.
  const left = graph.node("Concat", [squares, units, present], { axis: { int: 1 } });
  const right = graph.node("Concat", [referencePresent, minusTwice, referenceSquares], {
    axis: { int: 1 },
  });
  const sum = graph.node("MatMul", [left, transpose(graph, right)]);
  const shared = graph.node("MatMul", [present, transpose(graph, referencePresent)]);
  const distances = castTo(graph, graph.node("Div", [sum, shared]), "float32");
  return graph.node("Where", [
    graph.node("IsNaN", [distances]),
    graph.floats("far", [Infinity], []),
    distances,
  ]);
}

/** Float64 units, 0 where missing, and float64 1 where present, 0 where missing. */
function lowerPresentUnits(
  scale: LinearScale,
  graph: GraphBuilder,
  rows: string,
): [units: string, present: string] {
  const missing = graph.node("IsNaN", [rows]);
  const units = lowerUnits(scale, graph, rows);
  const filled = graph.node("Where", [missing, graph.floats("zero", [0], []), units]);
  const present = graph.node("Not", [missing]);
  return [castTo(graph, filled, "float64"), castTo(graph, present, "float64")];
}

/** The k nearest donors of every hole, holes in the order of their columns. */
interface Nearest {
  readonly count: number;
  /** Float32 [holes, k], Infinity where there is no donor. */
  readonly distances: string;
  /** Int64 [holes, k]: indices of reference rows. */
  readonly donors: string;
}

function lowerNearest(
  fill: NearestFill,
  graph: GraphBuilder,
  distances: string,
  missing: string,
): Nearest {
  const width = fill.scale.centre.length;
  const referenceCount = fill.references.length / width;
  const count = Math.min(fill.neighbours, referenceCount);
  const k = graph.integers("neighbours", [count]);
  const first = graph.integers("first_axis", [0]);
  const found = Array.from({ length: width }, (_, column) => {
    const inColumn = graph.node("Gather", [missing, graph.integers("column", [column], [])]);
    const rows = graph.node("Squeeze", [graph.node("NonZero", [inColumn]), first]);
    const ofRows = graph.node("Gather", [distances, rows]);
    const farWithout = Float32Array.from({ length: referenceCount }, (_, reference) => {
      const value = fill.references[reference * width + column]!;
      return value === value ? 0 : Infinity;
    });
    const toDonors = farWithout.includes(Infinity)
      ? graph.node("Add", [ofRows, graph.floats("far_without", farWithout)])
      : ofRows;
    return graph.add("", "TopK", [toDonors, k], {
      axis: { int: 1 },
      largest: { int: 0 },
      sorted: { int: 1 },
    }, 2);
  });
  const join = (output: number): string =>
    graph.node("Concat", found.map((outputs) => outputs[output]!), { axis: { int: 0 } });
  return { count, distances: join(0), donors: join(1) };
}

/** Float32 [holes]: the mean of the donors' values, summed nearest first; the column's mean without donors. */
function lowerMeans(
  fill: NearestFill,
  graph: GraphBuilder,
  references: string,
  holes: string,
  { count, distances, donors }: Nearest,
): string {
  const width = fill.scale.centre.length;
  const second = graph.integers("second_axis", [1]);
  const column = graph.node("Gather", [holes, graph.integers("first_of_pair", [0])], {
    axis: { int: 1 },
  });
  const stride = graph.integers("reference_count", [fill.references.length / width], []);
  const place = graph.node("Add", [graph.node("Mul", [column, stride]), donors]);
  const known = graph.node("Where", [
    graph.node("IsNaN", [references]),
    graph.floats("zero", [0], []),
    references,
  ]);
  const table = graph.node("Reshape", [transpose(graph, known), graph.integers("flat", [-1])]);
  const near = graph.node("Less", [distances, graph.floats("far", [Infinity], [])]);
  const valid = castTo(graph, near, "float64");
  const values = castTo(graph, graph.node("Gather", [table, place]), "float64");
  const counted = graph.node("Mul", [values, valid]);
  const parts = graph.add("", "Split", [counted], { axis: { int: 1 } }, count);
  // One Add after the other, because ReduceSum may take any order.
  const sum = parts.reduce((before, part) => graph.node("Add", [before, part]));
  const mean = graph.node("Div", [sum, graph.node("ReduceSum", [valid, second])]);
  const donated = castTo(graph, mean, "float32");
  const fallback = graph.node("Gather", [graph.floats("means", fill.means), column]);
  const chosen = graph.node("Where", [graph.node("IsNaN", [donated]), fallback, donated]);
  return graph.node("Squeeze", [chosen, second]);
}

function transpose(graph: GraphBuilder, input: string): string {
  return graph.node("Transpose", [input], { perm: { ints: [1, 0] } });
}
