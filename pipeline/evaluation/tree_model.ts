import { readTrees } from "../learners/read_trees.ts";
import { joinTrees, type TreeEnsemble } from "../learners/tree_ensemble.ts";
import type { NamedTensor, OnnxGraph, OnnxNode } from "../onnx/onnx_model.ts";
import { columnSources, mixed } from "./column_sources.ts";

/** A classifier whose probabilities come from a weighted sum of trees. */
export interface TreeModel {
  readonly terms: readonly TreeTerm[];
  /** k numbers that are added to the sum of the terms. */
  readonly offset: Float64Array;
  /** What makes probabilities of the sum. */
  readonly link: "identity" | "softmax";
}

/** Trees, and what their sums are multiplied by. */
export interface TreeTerm {
  readonly trees: TreeEnsemble;
  readonly factor: number;
  /** The name of the value that the trees split on, float32 [n, c]. */
  readonly input: string;
  /** For each of the c columns the raw feature it is made of; -1 where no tree looks at it. */
  readonly sources: Int32Array;
}

/**
 * Finds the trees that the probabilities of a classifier are made of. It is read from the graph alone, so that
 * any file explains itself. null where TreeSHAP would not be exact for the raw features: where something else
 * than trees has a say, a tree splits on a column that mixes several features, or the weights of the training
 * rows do not add up.
 */
export function findTreeModel(graph: OnnxGraph): TreeModel | null {
  const reader = new TreeModelReader(graph);
  const tempered = reader.beforeTemperature("probabilities");
  const { output, link } = reader.beforeLink(tempered?.output ?? "probabilities");
  const classes = graph.outputs.find(({ name }) => name === "probabilities")?.dims[1];
  if (typeof classes !== "number") return null;
  const offset = new Float64Array(classes);
  const terms: TreeTerm[] = [];
  // The temperature of a softmax divides the scores before it; of other probabilities nothing so simple.
  if (tempered && link !== "softmax") return null;
  const factor = tempered?.inverse ?? 1;
  if (!reader.collect(output, factor, terms, offset) || terms.length === 0) return null;
  return { terms, offset, link };
}

/** So many nodes between trees and probabilities are looked at. */
const mostNodes = 1000;

class TreeModelReader {
  private readonly nodeOf: ReadonlyMap<string, OnnxNode>;
  private readonly constants: ReadonlyMap<string, NamedTensor>;
  private readonly collected = new Set<string>();

  constructor(private readonly graph: OnnxGraph) {
    this.nodeOf = new Map(
      graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)),
    );
    this.constants = new Map(graph.initializers.map((tensor) => [tensor.name, tensor]));
  }

  /** Goes up from the probabilities to those that temperature scaling was given, where there is such. */
  beforeTemperature(name: string): { output: string; inverse: number } | null {
    let output = name, inverse = NaN;
    for (const op of ["Cast", "Softmax", "Mul", "Log", "Max", "Cast"]) {
      const node = this.nodeBehindIdentity(output);
      if (node?.op !== op) return null;
      if (op === "Mul") inverse = this.scalar(node.inputs[1] ?? "");
      output = node.inputs[0] ?? "";
    }
    return Number.isFinite(inverse) ? { output, inverse } : null;
  }

  /** Goes up from the probabilities to what the link makes them of. */
  beforeLink(name: string): { output: string; link: TreeModel["link"] } {
    const node = this.nodeBehindIdentity(name);
    const [input] = node?.inputs ?? [];
    const axis = node?.attributes["axis"];
    const overClasses = axis === undefined || ("int" in axis && [1, -1].includes(axis.int));
    return input !== undefined && node?.op === "Softmax" && overClasses
      ? { output: input, link: "softmax" }
      : { output: name, link: "identity" };
  }

  private nodeBehindIdentity(name: string): OnnxNode | undefined {
    let node = this.nodeOf.get(name);
    while (node?.op === "Identity") node = this.nodeOf.get(node.inputs[0] ?? "");
    return node;
  }

  /** Adds `factor` times the value of that name to `terms` and `offset`; false where it is no sum of trees. */
  collect(name: string, factor: number, terms: TreeTerm[], offset: Float64Array): boolean {
    const constant = this.numbers(name);
    if (constant !== null) {
      if (constant.length !== 1 && constant.length !== offset.length) return false;
      for (let k = 0; k < offset.length; k++) {
        offset[k]! += factor * constant[k % constant.length]!;
      }
      return true;
    }
    // A value that is used twice, or a sum without end, is nothing that learners write.
    if (this.collected.has(name) || this.collected.size > mostNodes) return false;
    this.collected.add(name);
    const node = this.nodeOf.get(name);
    const [a, b] = node?.inputs ?? [];
    if (node === undefined || a === undefined) return false;
    if (node.op === "TreeEnsembleRegressor") {
      return this.addTrees(readTrees(node), a, factor, terms, offset);
    }
    if (node.op === "Concat") {
      const { trees, input } = this.besideEachOther(node);
      return this.addTrees(trees, input, factor, terms, offset);
    }
    if (node.op === "Identity") return this.collect(a, factor, terms, offset);
    if (b === undefined) return false;
    const scaled = (part: string, by: number): boolean =>
      Number.isFinite(by) && this.collect(part, factor * by, terms, offset);
    switch (node.op) {
      case "Add":
        return scaled(a, 1) && scaled(b, 1);
      case "Sub":
        return scaled(a, 1) && scaled(b, -1);
      case "Mul":
        return this.numbers(b) ? scaled(a, this.scalar(b)) : scaled(b, this.scalar(a));
      case "Div":
        return scaled(a, 1 / this.scalar(b));
      default:
        return false;
    }
  }

  /** The trees of several nodes on the same input, whose sums stand side by side; null for anything else. */
  private besideEachOther(
    { inputs, attributes: { axis } }: OnnxNode,
  ): { trees: TreeEnsemble | null; input: string } {
    const parts = inputs.map((name) => this.nodeOf.get(name));
    const input = parts[0]?.inputs[0] ?? "";
    const areOverClasses = axis !== undefined && "int" in axis && [1, -1].includes(axis.int);
    const trees: TreeEnsemble[] = [];
    let outputs = 0;
    for (const part of areOverClasses ? parts : []) {
      const own = part?.inputs[0] === input ? readTrees(part) : null;
      if (own === null) return { trees: null, input };
      trees.push({ ...own, leafOutput: own.leafOutput.map((output) => output + outputs) });
      outputs += own.outputs;
    }
    return { trees: trees.length > 0 ? joinTrees(trees, outputs) : null, input };
  }

  private addTrees(
    trees: TreeEnsemble | null,
    input: string,
    factor: number,
    terms: TreeTerm[],
    offset: Float64Array,
  ): boolean {
    const sources = columnSources(this.graph, input);
    if (trees === null || sources === null) return false;
    if (trees.outputs !== offset.length || !coversAddUp(trees)) return false;
    const used = new Set(trees.feature);
    for (const column of used) if (column >= sources.length) return false;
    const ofUsed = sources.map((source, column) => used.has(column) ? source : mixed);
    for (const column of used) if (column >= 0 && ofUsed[column]! < 0) return false;
    terms.push({ trees, factor, input, sources: ofUsed });
    return true;
  }

  /** The one number of a constant, or NaN. */
  private scalar(name: string): number {
    const numbers = this.numbers(name);
    return numbers?.length === 1 ? numbers[0]! : NaN;
  }

  /** The floats of a constant, or null. */
  private numbers(name: string): Float32Array | Float64Array | null {
    const tensor = this.constants.get(name);
    return tensor?.type === "float32" || tensor?.type === "float64" ? tensor.data : null;
  }
}

/** Whether the training rows of each split are those of its children; other writers put 1 at every node. */
function coversAddUp({ feature, left, right, cover }: TreeEnsemble): boolean {
  return feature.every((split, node) => {
    const all = cover[node]!;
    if (!(all >= 0)) return false;
    if (split < 0) return true;
    return Math.abs(cover[left[node]!]! + cover[right[node]!]! - all) <= 1e-3 * all;
  });
}
