import type { GraphBuilder } from "../onnx/graph_builder.ts";
import type { RunContext } from "../run_context.ts";
import { type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import { solvePositiveDefinite } from "../cholesky.ts";
import { clamp, lowerClamp } from "./clamp.ts";
import { columnMoments } from "../table/column_statistics.ts";
import { castTo, doubles } from "../onnx/double_nodes.ts";
import type { LinearScale } from "./linear_scale.ts";
import { sampleRows } from "./sample_rows.ts";
import { lowerUnits, standardScale, toUnits, unitsPerDeviation } from "./standard_units.ts";

/** One linear regression on the other columns for each of d columns. */
export interface RegressionFill {
  readonly scale: LinearScale;
  /** d×d row-major: what a deviation of the row's column adds to the column's column, in deviations. */
  readonly weights: Float32Array;
  /** The range of each column in training, which predictions do not leave. */
  readonly min: Float32Array;
  readonly max: Float32Array;
}

const maxRows = 2048;

/**
 * Ridge regression (Hoerl & Kennard 1970) of each column on all others, over those of ≤ 2,048 drawn rows
 * that have it, on standard scores with holes in the inputs filled by the mean: minimises the mean square
 * error + ridge·|weights|². Without intercept, so that a row without any value gets the means. O(n·d²) for
 * the products, as much for the holes, and O(d⁴) for the solutions.
 */
export function fitRegressionFill(
  matrix: FeatureMatrix,
  ridge: number,
  context: RunContext,
): RegressionFill {
  const width = matrix.names.length;
  const moments = columnMoments(matrix);
  const scale = standardScale(moments);
  const sample = takeRows(matrix, sampleRows(matrix.rows, maxRows, context.seed));
  const holes = holesOf(sample);
  const units = filledUnits(scale, sample.values);
  const products = new Float64Array(width * width);
  for (let row = 0; row < sample.rows; row++) addProducts(products, units, row, 1);

  const weights = new Float32Array(width * width);
  const square = new Float64Array(width * width);
  const solution = new Float64Array(width);
  holes.forEach((rowsWithout, target) => {
    context.progress(target / width);
    const present = sample.rows - rowsWithout.length;
    if (present === 0) return;
    square.set(products);
    for (const row of rowsWithout) addProducts(square, units, row, -1);
    const perRow = 1 / (present * unitsPerDeviation ** 2);
    for (let i = 0; i < width; i++) {
      solution[i] = i === target ? 0 : perRow *
        (i < target ? square[target * width + i]! : square[i * width + target]!);
    }
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) {
        const cell = i * width + j;
        square[cell] = i === target || j === target ? 0 : square[cell]! * perRow;
      }
      square[i * width + i]! += ridge;
    }
    solvePositiveDefinite(square, solution);
    for (let i = 0; i < width; i++) weights[i * width + target] = roundWeight(solution[i]!);
  });
  return { scale, weights, min: moments.min, max: moments.max };
}

/** The rows of each column's holes. */
function holesOf(matrix: FeatureMatrix): number[][] {
  const width = matrix.names.length;
  const holes = matrix.names.map((): number[] => []);
  matrix.values.forEach((value, cell) => {
    if (value !== value) holes[cell % width]!.push(Math.floor(cell / width));
  });
  return holes;
}

/** Units with holes at the mean. */
function filledUnits(scale: LinearScale, values: Float32Array): Float32Array {
  return toUnits(scale, values).map((unit) => unit === unit ? unit : 0);
}

/** Adds `sign`·(row ⊗ row) to the lower triangle of `products`; whole numbers, hence without rounding. */
function addProducts(
  products: Float64Array,
  units: Float32Array,
  row: number,
  sign: number,
): void {
  const width = Math.sqrt(products.length);
  const start = row * width;
  for (let i = 0; i < width; i++) {
    const factor = sign * units[start + i]!;
    if (factor === 0) continue;
    for (let j = 0, cell = i * width; j <= i; j++, cell++) {
      products[cell]! += factor * units[start + j]!;
    }
  }
}

/** To whole numbers of 2⁻²⁰ within ±16: with units they make exact sums (see `standard_units.ts`). */
function roundWeight(weight: number): number {
  return clamp(Math.round(weight * 2 ** 20) / 2 ** 20, -16, 16);
}

/** The values of `matrix` with every hole filled, n×d row-major. */
export function applyRegressionFill(fill: RegressionFill, matrix: FeatureMatrix): Float32Array {
  const { scale, weights, min, max } = fill;
  const width = matrix.names.length;
  const units = filledUnits(scale, matrix.values);
  return matrix.values.map((value, cell) => {
    if (value === value) return value;
    const column = cell % width;
    const start = cell - column;
    let sum = 0;
    for (let i = 0; i < width; i++) sum += units[start + i]! * weights[i * width + column]!;
    const predicted = sum / unitsPerDeviation * scale.spread[column]! + scale.centre[column]!;
    return clamp(Math.fround(predicted), min[column]!, max[column]!);
  });
}

/** Adds what {@linkcode applyRegressionFill} does to float32 [n, d]. */
export function lowerRegressionFill(
  fill: RegressionFill,
  graph: GraphBuilder,
  input: string,
): string {
  const { scale, weights, min, max } = fill;
  const width = scale.centre.length;
  const missing = graph.node("IsNaN", [input]);
  const units = graph.node("Where", [
    missing,
    graph.floats("mean", [0], []),
    lowerUnits(scale, graph, input),
  ]);
  const sum = graph.node("MatMul", [
    castTo(graph, units, "float64"),
    castTo(graph, graph.floats("weights", weights, [width, width]), "float64"),
  ]);
  const score = graph.node("Div", [sum, doubles(graph, "units", [unitsPerDeviation], [])]);
  const deviation = graph.node("Mul", [score, doubles(graph, "spread", scale.spread)]);
  const predicted = graph.node("Add", [deviation, doubles(graph, "centre", scale.centre)]);
  const within = lowerClamp(
    graph,
    castTo(graph, predicted, "float32"),
    graph.floats("min", min),
    graph.floats("max", max),
  );
  return graph.node("Where", [missing, within, input]);
}
