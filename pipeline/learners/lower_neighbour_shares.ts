import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { lowerDistanceUnits } from "./distance_units.ts";
import type { NearestNeighboursFitted } from "./k_nearest_neighbours.ts";

/**
 * Adds the class shares among the nearest training rows to float32 [n, d]; returns the name of a float32
 * [n, k]. No tensor is larger than n×m: distances come from one matrix product, votes are scattered.
 */
export function lowerNeighbourShares(
  fitted: NearestNeighboursFitted,
  graph: GraphBuilder,
  input: string,
): string {
  const { classCount, weights, codes } = fitted;
  const [squares, rows] = lowerNearest(
    fitted,
    graph,
    lowerDistanceUnits(fitted.units, graph, input),
  );
  const says = weights === "uniform"
    ? graph.node("Add", [graph.node("Mul", [squares, number(graph, 0)]), number(graph, 1)])
    : lowerDistanceWeights(graph, squares);
  const table = graph.integers("codes", Array.from(codes));
  const classes = graph.node("Gather", [table, rows]);
  const second = graph.integers("second_axis", [1]);
  const whole = graph.node("ReduceSum", [says, second]);
  const nothing = graph.node("Mul", [
    whole,
    doubles(graph, "no_votes", new Float64Array(classCount), [1, classCount]),
  ]);
  const votes = graph.node("ScatterElements", [nothing, classes, says], {
    axis: { int: 1 },
    reduction: { string: "add" },
  });
  return castTo(graph, graph.node("Div", [votes, whole]), "float32");
}

/** The k nearest training rows: float64 [n, k] squared distances, ascending, and int64 [n, k] indices. */
function lowerNearest(
  { units, neighbours, rows }: NearestNeighboursFitted,
  graph: GraphBuilder,
  values: string,
): [squares: string, rows: string] {
  const width = units.centre.length;
  const count = rows.length / width;
  const second = graph.integers("second_axis", [1]);
  // |a − b|² = |a|² − 2·a·b + |b|², of which |a|² can wait until the nearest are found.
  const minusTwice = new Float64Array((width + 1) * count);
  for (let row = 0; row < count; row++) {
    let square = 0;
    for (let column = 0; column < width; column++) {
      const value = rows[row * width + column]!;
      square += value * value;
      minusTwice[column * count + row] = -2 * value;
    }
    minusTwice[width * count + row] = square;
  }
  const ownSquares = graph.node("ReduceSum", [graph.node("Mul", [values, values]), second]);
  const ones = graph.node("Add", [
    graph.node("Mul", [ownSquares, number(graph, 0)]),
    number(graph, 1),
  ]);
  const product = graph.node("MatMul", [
    graph.node("Concat", [values, ones], { axis: { int: 1 } }),
    doubles(graph, "training_rows", minusTwice, [width + 1, count]),
  ]);
  const [nearest, indices] = graph.add(
    "",
    "TopK",
    [product, graph.integers("neighbours", [neighbours])],
    { axis: { int: 1 }, largest: { int: 0 }, sorted: { int: 1 } },
    2,
  );
  return [graph.node("Add", [nearest!, ownSquares]), indices!];
}

/** 1 / distance; where a neighbour is at no distance, 1 for those and 0 for the others. */
function lowerDistanceWeights(graph: GraphBuilder, squares: string): string {
  const isTwin = graph.node("Equal", [squares, number(graph, 0)]);
  const twins = castTo(graph, isTwin, "float64");
  const hasTwin = graph.node("ReduceMax", [twins], { axes: { ints: [1] } });
  const apart = graph.node("Where", [isTwin, number(graph, 1), squares]);
  const inverse = graph.node("Div", [number(graph, 1), graph.node("Sqrt", [apart])]);
  return graph.node("Where", [castTo(graph, hasTwin, "bool"), twins, inverse]);
}

function number(graph: GraphBuilder, value: number): string {
  return doubles(graph, "number", [value], []);
}
