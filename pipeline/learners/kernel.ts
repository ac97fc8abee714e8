import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { doubles } from "../onnx/double_nodes.ts";
import { DotProducts } from "./dot_products.ts";

/** How alike two rows are. */
export type Kernel =
  /** exp(−gamma·|x − s|²) */
  | { readonly kind: "rbf"; readonly gamma: number }
  /** gamma·x·s */
  | { readonly kind: "linear"; readonly gamma: number }
  /** (gamma·x·s + constant)^degree */
  | {
    readonly kind: "polynomial";
    readonly gamma: number;
    readonly constant: number;
    /** A whole number, at least 1. */
    readonly degree: number;
  };

/** The kernel of any rows with m given ones, in float64. */
export class KernelTable {
  /** How many numbers each row of the result has: the m values and up to three that mean nothing. */
  readonly stride: number;
  private readonly products: DotProducts;
  private readonly squares: Float64Array;

  /** @param others m×width row-major */
  constructor(
    private readonly kernel: Kernel,
    others: Float64Array,
    private readonly width: number,
  ) {
    this.products = new DotProducts(others, width);
    this.stride = this.products.stride;
    this.squares = new Float64Array(this.stride);
    this.squares.set(squaredLengths(others, width));
  }

  /**
   * @param rows n×width row-major, at most `blockRows` rows
   * @returns n×stride row-major, valid until the next call
   */
  with(rows: Float64Array): Float64Array {
    const { kernel, stride, squares } = this;
    const values = this.products.with(rows);
    if (kernel.kind !== "rbf") {
      for (let cell = 0; cell < values.length; cell++) {
        const scaled = kernel.gamma * values[cell]!;
        values[cell] = kernel.kind === "linear"
          ? scaled
          : (scaled + kernel.constant) ** kernel.degree;
      }
      return values;
    }
    for (const [row, square] of squaredLengths(rows, this.width).entries()) {
      for (let other = 0, cell = row * stride; other < stride; other++, cell++) {
        const distance = square + squares[other]! - 2 * values[cell]!;
        values[cell] = Math.exp(-kernel.gamma * Math.max(distance, 0));
      }
    }
    return values;
  }
}

/**
 * Adds what {@linkcode KernelTable} does for float64 [n, d]; returns the name of a float64 [n, m]. The squared
 * distance is |x|² + |s|² − 2·x·s in both, which float64 gives as exactly as is needed.
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
  if (kernel.kind !== "rbf") return lowerKernelOfProduct(kernel, graph, products);
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

function lowerKernelOfProduct(
  kernel: Exclude<Kernel, { kind: "rbf" }>,
  graph: GraphBuilder,
  products: string,
): string {
  const scaled = graph.node("Mul", [products, doubles(graph, "gamma", [kernel.gamma], [])]);
  if (kernel.kind === "linear") return scaled;
  const base = graph.node("Add", [scaled, doubles(graph, "constant", [kernel.constant], [])]);
  return graph.node("Pow", [base, doubles(graph, "degree", [kernel.degree], [])]);
}

/** width×n of n×width. */
export function transposed(values: Float64Array, width: number): Float64Array {
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
