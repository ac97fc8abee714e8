import type { Attributes, NamedTensor, OnnxNode, Tensor } from "./onnx_model.ts";

/** Collects the nodes of one graph while steps and learners lower themselves into it. */
export class GraphBuilder {
  /** The name of the graph's input: float32 [n, d], NaN = missing. */
  readonly input = "features";
  readonly nodes: OnnxNode[] = [];
  readonly initializers: NamedTensor[] = [];
  private readonly taken = new Map<string, number>();

  /** Adds a constant tensor; returns its name, which starts with `hint`. */
  constant(hint: string, tensor: Tensor): string {
    const name = this.unique(hint);
    this.initializers.push({ ...tensor, name });
    return name;
  }

  /** A float32 constant; without `dims` a vector. */
  floats(
    hint: string,
    values: ArrayLike<number>,
    dims: readonly number[] = [values.length],
  ): string {
    return this.constant(hint, { type: "float32", dims, data: Float32Array.from(values) });
  }

  /** An int64 constant; without `dims` a vector. */
  integers(
    hint: string,
    values: readonly number[],
    dims: readonly number[] = [values.length],
  ): string {
    return this.constant(hint, {
      type: "int64",
      dims,
      data: BigInt64Array.from(values, (value) => BigInt(value)),
    });
  }

  /** Adds a node of ai.onnx opset 17; returns the name of its one output. */
  node(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.add("", op, inputs, attributes, 1)[0]!;
  }

  /**
   * Adds a node of ai.onnx.ml version 3; returns the name of its one output.
   *
   * The rules of TreeEnsembleRegressor that matter, as onnxruntime 1.30 has them:
   * - BRANCH_LEQ compares in float32 and takes `value <= threshold` to `nodes_truenodeids`; an infinite
   *   threshold takes everything but NaN.
   * - NaN goes to `nodes_falsenodeids`, unless `nodes_missing_value_tracks_true` is 1 at that node. Where
   *   that list is absent or empty, it is 0 for all nodes.
   * - `n_targets` is the width of the output. A leaf adds `target_weights` to the targets in `target_ids`
   *   and may name several; a target that no leaf of a row names is 0.
   * - `aggregate_function` SUM, the default, adds in float32, tree after tree. AVERAGE divides by the number
   *   of all trees, MIN and MAX take the least and the greatest weight.
   * - `base_values`, as many as targets, come last, but only to targets that some leaf of that row names:
   *   a model whose rows may miss a target needs an Add node instead.
   * - TreeEnsembleClassifier gives wrong labels for two classes with positive weights: classifiers are a
   *   regressor, Softmax and ArgMax.
   */
  machineLearningNode(op: string, inputs: readonly string[], attributes: Attributes = {}): string {
    return this.add("ai.onnx.ml", op, inputs, attributes, 1)[0]!;
  }

  /** Adds a node with several outputs; returns their names. */
  add(
    domain: "" | "ai.onnx.ml",
    op: string,
    inputs: readonly string[],
    attributes: Attributes,
    outputCount: number,
  ): string[] {
    const name = this.unique(op);
    const outputs = outputCount === 1
      ? [`${name}_out`]
      : Array.from({ length: outputCount }, (_, index) => `${name}_out${index}`);
    this.nodes.push({ name, op, domain, inputs, outputs, attributes });
    return outputs;
  }

  private unique(hint: string): string {
    const count = this.taken.get(hint) ?? 0;
    this.taken.set(hint, count + 1);
    return `${hint}_${count}`;
  }
}
