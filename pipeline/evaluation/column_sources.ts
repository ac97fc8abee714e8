import type { Attribute, OnnxGraph, OnnxNode, Tensor } from "../onnx/onnx_model.ts";

/** For each column of a value in a graph the one input column that it is made of, or {@linkcode mixed}. */
export type ColumnSources = Int32Array;

/** A column made of several input columns. */
export const mixed = -1;

/** A column made of none, until it meets one. */
const constant = -2;

/** What is known of a value: its columns, or that it is the same for all rows. */
type Known =
  | { readonly sources: ColumnSources }
  | { readonly dims: readonly number[]; readonly data?: readonly number[] };

/** Operators of ai.onnx that look at each cell by itself. */
const cellwise: ReadonlySet<string> = new Set([
  ...["Add", "Sub", "Mul", "Div", "Mod", "Pow", "Min", "Max", "Clip", "Where", "Identity", "Cast"],
  ...["Abs", "Neg", "Sign", "Floor", "Round", "Sqrt", "Exp", "Log", "Erf", "IsNaN", "IsInf"],
  ...["Relu", "LeakyRelu", "Sigmoid", "Tanh", "And", "Or", "Not"],
  ...["Equal", "Less", "LessOrEqual", "Greater", "GreaterOrEqual"],
]);

/** Operators of ai.onnx.ml that treat each column by itself. */
const columnwise = new Set(["Binarizer", "Imputer", "Scaler"]);

/**
 * Follows the columns of `value`, [n, d], back to those of the graph's one input: through operators that look
 * at each cell by itself, choose columns or put them side by side. null where any other operator lies between,
 * such as a product of matrices.
 */
export function columnSources(graph: OnnxGraph, value: string): ColumnSources | null {
  const [input] = graph.inputs;
  const width = input?.dims[1];
  if (input === undefined || typeof width !== "number") return null;
  const known = new Map<string, Known>(
    graph.initializers.map((tensor) => [tensor.name, constantOf(tensor)]),
  );
  known.set(input.name, { sources: Int32Array.from({ length: width }, (_, column) => column) });
  for (const node of graph.nodes) {
    const [output] = node.outputs;
    const result = node.outputs.length === 1 ? resultOf(node, known) : null;
    if (output !== undefined && result !== null) known.set(output, result);
    if (output === value) break;
  }
  const found = known.get(value);
  return found !== undefined && "sources" in found ? found.sources : null;
}

function resultOf(node: OnnxNode, known: ReadonlyMap<string, Known>): Known | null {
  const { op, domain, attributes } = node;
  if (domain === "" && op === "Constant") {
    const value = attributes["value"];
    return value !== undefined && "tensor" in value ? constantOf(value.tensor) : null;
  }
  const inputs: Known[] = [];
  for (const name of node.inputs) {
    const input = known.get(name);
    if (input === undefined) return null;
    inputs.push(input);
  }
  const [first] = inputs;
  if (domain === "ai.onnx.ml") return columnwise.has(op) && first !== undefined ? first : null;
  if (cellwise.has(op)) return inputs.reduce<Known | null>(besides, inputs[0] ?? null);
  const axis = intOf(attributes["axis"], 0);
  if (op === "Concat") return axis === 1 || axis === -1 ? sideBySide(inputs) : null;
  return op === "Gather" ? gathered(inputs, axis) : null;
}

/** What comes of two values cell by cell, the smaller one repeated. */
function besides(a: Known | null, b: Known): Known | null {
  if (a === null) return null;
  if (!("sources" in a)) return "sources" in b ? besides(b, a) : bothConstant(a.dims, b.dims);
  const other = "sources" in b ? b.sources : constantColumns(b.dims);
  if (other === null) return null;
  const [short, long] = a.sources.length < other.length ? [a.sources, other] : [other, a.sources];
  if (short.length !== 1 && short.length !== long.length) return null;
  return { sources: long.map((one, column) => combined(one, short[column % short.length]!)) };
}

function combined(one: number, other: number): number {
  if (one === other || other === constant) return one;
  return one === constant ? other : mixed;
}

/** A constant that is repeated over the rows, as columns; null where it is more than one row. */
function constantColumns(dims: readonly number[]): ColumnSources | null {
  if (dims.length > 2 || (dims.length === 2 && dims[0] !== 1)) return null;
  return new Int32Array(dims.at(-1) ?? 1).fill(constant);
}

function bothConstant(a: readonly number[], b: readonly number[]): Known {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const ahead = long.length - short.length;
  return { dims: long.map((size, axis) => Math.max(size, short[axis - ahead] ?? 1)) };
}

function sideBySide(parts: readonly Known[]): Known | null {
  const sources: number[] = [];
  for (const part of parts) {
    if (!("sources" in part)) return null;
    sources.push(...part.sources);
  }
  return { sources: Int32Array.from(sources) };
}

/** Chosen columns of rows, or entries of a table that the cells of rows choose. */
function gathered([data, indices]: readonly Known[], axis: number): Known | null {
  if (data === undefined || indices === undefined) return null;
  if ("sources" in indices) {
    return !("sources" in data) && data.dims.length === 1 && axis === 0 ? indices : null;
  }
  if (!("sources" in data)) {
    return data.dims.length === 1 && axis === 0 ? { dims: indices.dims } : null;
  }
  if (axis !== 1 || indices.dims.length !== 1 || indices.data === undefined) return null;
  const { sources } = data;
  return { sources: Int32Array.from(indices.data, (index) => sources.at(index) ?? mixed) };
}

function constantOf(tensor: Tensor): Known {
  const { dims } = tensor;
  return tensor.type === "int64" ? { dims, data: Array.from(tensor.data, Number) } : { dims };
}

function intOf(attribute: Attribute | undefined, absent: number): number {
  return attribute !== undefined && "int" in attribute ? attribute.int : absent;
}
