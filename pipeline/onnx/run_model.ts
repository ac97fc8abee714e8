import { HealerError, type Text } from "../problem.ts";
import { decodeModel } from "./decode_model.ts";
import type { OnnxGraph, OnnxValue, Tensor } from "./onnx_model.ts";
import { onnxProblem } from "./problems.ts";
import { openSession, type SessionOptions } from "./session.ts";

/** A classifier that is loaded and keeps the contract of `classifierModel`. */
export interface RunnableModel {
  /** d, the width of a row. */
  readonly featureCount: number;
  /** k, the number of classes. */
  readonly classCount: number;
  /** The class names that the graph's labels are taken from; null where they stand in no list `classes`. */
  readonly classes: readonly string[] | null;
  /** The file's `metadata_props`. */
  readonly metadata: ReadonlyMap<string, string>;
  /**
   * Classifies `rows` rows; none are fine, too.
   *
   * @param values n×d row-major, NaN = missing.
   * @returns n class names and n×k row-major probabilities.
   * @throws {HealerError} `onnx/wrong-width`, `onnx/run-failed`.
   */
  run(values: Float32Array, rows: number): Promise<Predictions>;
  /** The n×k row-major probabilities alone, which saves the time that strings cost. */
  runProbabilities(values: Float32Array, rows: number): Promise<Float32Array>;
  /** All outputs of the graph for inputs given by name. */
  runTensors(feeds: ReadonlyMap<string, Tensor>): Promise<ReadonlyMap<string, Tensor>>;
  /** Frees the native memory; the model cannot run afterwards. Calling it twice does no harm. */
  release(): Promise<void>;
}

/** What a classifier says of n rows. */
export interface Predictions {
  /** n class names. */
  readonly labels: readonly string[];
  /** n×k row-major, classes in the model's order. */
  readonly probabilities: Float32Array;
}

/**
 * Reads, checks and loads a classifier. A run blocks the thread it is called on until it is done.
 *
 * @throws {HealerError} What `decodeModel` throws, `onnx/not-a-classifier`, `onnx/runtime-refused`.
 */
export async function openModel(
  bytes: Uint8Array,
  options: SessionOptions = {},
): Promise<RunnableModel> {
  const { graph, metadata } = decodeModel(bytes);
  const { featureCount, classCount } = checkClassifier(graph);
  const session = await openSession(bytes, options);
  const run = async (values: Float32Array, rows: number, outputs: readonly string[]) => {
    const features: Tensor = { type: "float32", dims: [rows, featureCount], data: values };
    const results = await session.run(new Map([["features", features]]), outputs);
    for (const name of outputs) {
      const found = results.get(name)?.dims[0];
      if (found === rows) continue;
      throw new HealerError(onnxProblem.runFailed(`${name} has ${found} rows instead of ${rows}`));
    }
    return results;
  };
  const checkWidth = (values: Float32Array, rows: number) => {
    if (values.length === rows * featureCount) return;
    throw new HealerError(onnxProblem.wrongWidth(values.length, rows, featureCount));
  };
  return {
    featureCount,
    classCount,
    classes: classesOf(graph),
    metadata,
    run: async (values, rows) => {
      checkWidth(values, rows);
      // Some operators (TopK) end the whole process on tensors without rows.
      if (rows === 0) return { labels: [], probabilities: new Float32Array() };
      const results = await run(values, rows, ["label", "probabilities"]);
      return {
        labels: stringsOf(results, "label"),
        probabilities: floatsOf(results, "probabilities"),
      };
    },
    runProbabilities: async (values, rows) => {
      checkWidth(values, rows);
      if (rows === 0) return new Float32Array();
      return floatsOf(await run(values, rows, ["probabilities"]), "probabilities");
    },
    runTensors: (feeds) => session.run(feeds),
    release: () => session.release(),
  };
}

function classesOf({ initializers }: OnnxGraph): readonly string[] | null {
  const names = initializers.find(({ name }) => name === "classes");
  return names?.type === "string" ? names.data : null;
}

function checkClassifier(
  { inputs, outputs }: OnnxGraph,
): { readonly featureCount: number; readonly classCount: number } {
  const [features] = inputs;
  const featureCount = features?.dims[1];
  if (
    inputs.length !== 1 || features === undefined || typeof featureCount !== "number" ||
    !isTable(features, "features", "float32")
  ) {
    throw notAClassifier({
      en: 'it has not just one input, "features", float32 [n, number of features]',
      zh: "它的输入不是唯一的 “features”（float32 [n, 特征数]）",
    });
  }
  const label = outputs.find(({ name }) => name === "label");
  if (label?.type !== "string" || label.dims.length !== 1 || typeof label.dims[0] === "number") {
    throw notAClassifier({
      en: 'it has no output "label", string [n]',
      zh: "它缺少输出 “label”（string [n]）",
    });
  }
  const probabilities = outputs.find(({ name }) => name === "probabilities");
  const classCount = probabilities?.dims[1];
  if (
    probabilities === undefined || typeof classCount !== "number" ||
    !isTable(probabilities, "probabilities", "float32")
  ) {
    throw notAClassifier({
      en: 'it has no output "probabilities", float32 [n, number of classes]',
      zh: "它缺少输出 “probabilities”（float32 [n, 类别数]）",
    });
  }
  return { featureCount, classCount };
}

/** Whether `value` is named so and has any number of rows of a fixed width. */
function isTable(value: OnnxValue, name: string, type: Tensor["type"]): boolean {
  return value.name === name && value.type === type && value.dims.length === 2 &&
    typeof value.dims[0] !== "number" && Number(value.dims[1]) > 0;
}

function notAClassifier(what: Text): HealerError {
  return new HealerError(onnxProblem.notAClassifier(what));
}

function stringsOf(results: ReadonlyMap<string, Tensor>, name: string): readonly string[] {
  const tensor = results.get(name);
  if (tensor?.type === "string") return tensor.data;
  throw new HealerError(onnxProblem.runFailed(`the output ${name} is not a string tensor`));
}

function floatsOf(results: ReadonlyMap<string, Tensor>, name: string): Float32Array {
  const tensor = results.get(name);
  if (tensor?.type === "float32") return tensor.data;
  throw new HealerError(onnxProblem.runFailed(`the output ${name} is not a float32 tensor`));
}
