import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { doubles } from "../onnx/double_nodes.ts";

/** How alike two rows are. */
export interface Kernel {
  /** `linear` is gamma·x·s, `rbf` is exp(−gamma·|x − s|²). */
  readonly kind: "linear" | "rbf";
  readonly gamma: number;
}

/**
 * The kernel of one row with each of m others.
 *
 * @param row d numbers
 * @param others m×d row-major
 * @param result takes m numbers
 */
export function kernelRow(
  kernel: Kernel,
  row: Float64Array,
  others: Float64Array,
  result: Float64Array,
): void {
  const width = row.length;
  for (let other = 0, start = 0; other < result.length; other++, start += width) {
    result[other] = kernel.kind === "linear"
      ? kernel.gamma * product(row, others, start)
      : Math.exp(-kernel.gamma * squaredDistance(row, others, start));
  }
}

/** row·other, where the other row starts at `start`; two sums at a time, for the processor to overlap. */
function product(row: Float64Array, others: Float64Array, start: number): number {
  let even = 0, odd = 0, column = 0;
  for (; column + 1 < row.length; column += 2) {
    even += row[column]! * others[start + column]!;
    odd += row[column + 1]! * others[start + column + 1]!;
  }
  if (column < row.length) even += row[column]! * others[start + column]!;
  return even + odd;
}

/** |row − other|², where the other row starts at `start`. */
function squaredDistance(row: Float64Array, others: Float64Array, start: number): number {
  let even = 0, odd = 0, column = 0;
  for (; column + 1 < row.length; column += 2) {
    const first = row[column]! - others[start + column]!;
    const second = row[column + 1]! - others[start + column + 1]!;
    even += first * first;
    odd += second * second;
  }
  if (column < row.length) even += (row[column]! - others[start + column]!) ** 2;
  return even + odd;
}

/**
 * Adds what {@linkcode kernelRow} does for float64 [n, d]; returns the name of a float64 [n, m]. The squared
 * distance is |x|² + |s|² − 2·x·s there, which float64 gives as exactly as is needed.
 */
export function lowerKernel(
  kernel: Kernel,
  graph: GraphBuilder,
  rows: string,
  others: Float64Array,
  width: number,
): string {
  const count = others.length / width;
  const products = graph.node("MatMul", [
    rows,
    doubles(graph, "support_vectors", transposed(others, width), [width, count]),
  ]);
  if (kernel.kind === "linear") {
    return graph.node("Mul", [products, doubles(graph, "gamma", [kernel.gamma], [])]);
  }
  const axis = graph.integers("column_axis", [1]);
  const rowSquares = graph.node("ReduceSum", [graph.node("Mul", [rows, rows]), axis]);
  const otherSquares = doubles(graph, "support_squares", squaredLengths(others, width));
  const twice = graph.node("Mul", [products, doubles(graph, "two", [2], [])]);
  const distances = graph.node("Sub", [
    graph.node("Add", [rowSquares, otherSquares]),
    twice,
  ]);
  const positive = graph.node("Max", [distances, doubles(graph, "no_distance", [0], [])]);
  const scaled = graph.node("Mul", [positive, doubles(graph, "minus_gamma", [-kernel.gamma], [])]);
  return graph.node("Exp", [scaled]);
}

function transposed(values: Float64Array, width: number): Float64Array {
  const rows = values.length / width;
  return values.map((_, cell) => values[(cell % rows) * width + Math.floor(cell / rows)]!);
}

function squaredLengths(values: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: values.length / width }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column++) sum += values[row * width + column]! ** 2;
    return sum;
  });
}
