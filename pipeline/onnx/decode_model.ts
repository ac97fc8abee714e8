import { HealerError, type Text } from "../problem.ts";
import { attributeTypes } from "./attribute_types.ts";
import { checkModel } from "./check_model.ts";
import { elementType, readTensor } from "./decode_tensor.ts";
import type {
  Attribute,
  NamedTensor,
  OnnxGraph,
  OnnxModel,
  OnnxNode,
  OnnxValue,
  Tensor,
} from "./onnx_model.ts";
import { onnxProblem } from "./problems.ts";
import type { ProtobufReader } from "./protobuf_reader.ts";
import { modelReader, readMetadataEntry } from "./read_metadata.ts";
import { isSupportedOperator } from "./supported_operators.ts";

/** How large a model may be. */
export interface ModelLimits {
  readonly bytes: number;
  readonly nodes: number;
  readonly initializers: number;
}

/** Far beyond what a classifier needs, and small enough for the memory of one machine. */
export const modelLimits: ModelLimits = { bytes: 2 ** 28, nodes: 50_000, initializers: 50_000 };

/**
 * Reads an ONNX file and checks it: versions and operators are supported, names are unique, every value is
 * produced before it is read, tensors have the data that their dimensions ask for. Documentation strings,
 * inner shapes and unknown fields are passed over.
 *
 * @throws {HealerError} A problem of `onnxProblem`; nothing else, whatever the bytes are.
 */
export function decodeModel(bytes: Uint8Array, limits: ModelLimits = modelLimits): OnnxModel {
  checkLimit(bytes.length, limits.bytes, { en: "bytes", zh: "字节数" });
  const reader = modelReader(bytes);
  let irVersion = 0;
  let producerName = "";
  let producerVersion = "";
  let graph: OnnxGraph | undefined;
  const opsets = new Map<string, number>();
  const metadata = new Map<string, string>();
  while (reader.next()) {
    if (reader.field === 1) irVersion = reader.int();
    else if (reader.field === 2) producerName = reader.string();
    else if (reader.field === 3) producerVersion = reader.string();
    else if (reader.field === 7) {
      if (graph !== undefined) {
        throw reader.broken({ en: "there is a second graph", zh: "存在第二个计算图" });
      }
      graph = readGraph(reader.message(), limits);
    } else if (reader.field === 8) readOpset(reader.message(), opsets);
    else if (reader.field === 14) readMetadataEntry(reader.message(), metadata);
    else if (reader.field === 20) {
      throw unsupported({ en: "training information", zh: "训练信息" });
    } else if (reader.field === 25) {
      throw unsupported({ en: "local functions", zh: "局部函数" });
    } else reader.skip();
  }
  if (graph === undefined) throw incomplete({ en: "a graph", zh: "计算图" });
  const model = { irVersion, producerName, producerVersion, opsets, graph, metadata };
  checkModel(model);
  return model;
}

function readOpset(reader: ProtobufReader, opsets: Map<string, number>): void {
  let domain = "";
  let version = 0;
  while (reader.next()) {
    if (reader.field === 1) domain = plainDomain(reader.string());
    else if (reader.field === 2) version = reader.int();
    else reader.skip();
  }
  if (opsets.has(domain)) throw new HealerError(onnxProblem.duplicateNames([domain || "ai.onnx"]));
  opsets.set(domain, version);
}

function readGraph(reader: ProtobufReader, limits: ModelLimits): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const initializers: NamedTensor[] = [];
  const inputs: OnnxValue[] = [];
  const outputs: OnnxValue[] = [];
  let name = "";
  while (reader.next()) {
    if (reader.field === 1) {
      nodes.push(readNode(reader.message()));
      checkLimit(nodes.length, limits.nodes, { en: "nodes", zh: "节点数" });
    } else if (reader.field === 2) name = reader.string();
    else if (reader.field === 5) {
      const { name, tensor } = readTensor(reader.message());
      initializers.push({ ...tensor, name });
      const what = { en: "initializers", zh: "初始化张量数" };
      checkLimit(initializers.length, limits.initializers, what);
    } else if (reader.field === 11) inputs.push(readValue(reader.message()));
    else if (reader.field === 12) outputs.push(readValue(reader.message()));
    else if (reader.field === 15) {
      throw unsupported({ en: "sparse initializers", zh: "稀疏初始化张量" });
    } else reader.skip();
  }
  return { name, nodes, initializers, inputs, outputs };
}

function readNode(reader: ProtobufReader): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributeReaders: ProtobufReader[] = [];
  let name = "";
  let op = "";
  let domain = "";
  while (reader.next()) {
    if (reader.field === 1) reader.strings(inputs);
    else if (reader.field === 2) reader.strings(outputs);
    else if (reader.field === 3) name = reader.string();
    else if (reader.field === 4) op = reader.string();
    else if (reader.field === 5) attributeReaders.push(reader.message());
    else if (reader.field === 7) domain = plainDomain(reader.string());
    else reader.skip();
  }
  const attributes = new Map<string, Attribute>();
  // What an unknown operator carries does not matter: checkModel refuses it by its name.
  if (isSupportedOperator(domain, op)) {
    for (const attribute of attributeReaders) readAttribute(attribute, attributes);
  }
  return { name, op, domain, inputs, outputs, attributes: Object.fromEntries(attributes) };
}

function readAttribute(reader: ProtobufReader, attributes: Map<string, Attribute>): void {
  const floats: number[] = [];
  const ints: number[] = [];
  const strings: string[] = [];
  let name = "";
  let type = 0;
  let float = 0;
  let int = 0;
  let string = "";
  let tensor: Tensor | undefined;
  while (reader.next()) {
    if (reader.field === 1) name = reader.string();
    else if (reader.field === 2) float = reader.float();
    else if (reader.field === 3) int = reader.int();
    else if (reader.field === 4) string = reader.string();
    else if (reader.field === 5) {
      if (tensor !== undefined) {
        throw reader.broken({ en: "there is a second tensor", zh: "存在第二个张量" });
      }
      tensor = readTensor(reader.message()).tensor;
    } else if (reader.field === 7) reader.floats(floats);
    else if (reader.field === 8) reader.ints(ints);
    else if (reader.field === 9) reader.strings(strings);
    else if (reader.field === 20) type = reader.int();
    else if (reader.field === 6 || reader.field === 11) {
      throw unsupported({ en: "a subgraph", zh: "子图" });
    } else reader.skip();
  }
  if (attributes.has(name)) throw new HealerError(onnxProblem.duplicateNames([name]));
  if (type === attributeTypes.float) attributes.set(name, { float });
  else if (type === attributeTypes.int) attributes.set(name, { int });
  else if (type === attributeTypes.string) attributes.set(name, { string });
  else if (type === attributeTypes.tensor && tensor !== undefined) attributes.set(name, { tensor });
  else if (type === attributeTypes.floats) {
    attributes.set(name, { floats: Float32Array.from(floats) });
  } else if (type === attributeTypes.ints) attributes.set(name, { ints });
  else if (type === attributeTypes.strings) attributes.set(name, { strings });
  else {
    throw unsupported({
      en: `an attribute of the ONNX attribute type ${type}`,
      zh: `ONNX 属性类型为 ${type} 的属性`,
    });
  }
}

function readValue(reader: ProtobufReader): OnnxValue {
  let name = "";
  let tensor: ProtobufReader | undefined;
  while (reader.next()) {
    if (reader.field === 1) name = reader.string();
    else if (reader.field === 2) tensor = childOf(reader.message(), 1);
    else reader.skip();
  }
  let code = 0;
  let shape: ProtobufReader | undefined;
  while (tensor?.next()) {
    if (tensor.field === 1) code = tensor.int();
    else if (tensor.field === 2) shape = tensor.message();
    else tensor.skip();
  }
  // A graph input that is a sequence or map, or a tensor of any rank.
  if (shape === undefined) {
    throw unsupported({
      en: "an input or output that is not a tensor of known rank",
      zh: "不是已知秩张量的输入或输出",
    });
  }
  const dims: (number | string | null)[] = [];
  while (shape.next()) {
    if (shape.field === 1) dims.push(readDimension(shape.message()));
    else shape.skip();
  }
  return { name, type: elementType(code), dims };
}

function readDimension(reader: ProtobufReader): number | string | null {
  let dimension: number | string | null = null;
  while (reader.next()) {
    if (reader.field === 1) dimension = reader.int();
    else if (reader.field === 2) dimension = reader.string() || null;
    else reader.skip();
  }
  return dimension;
}

/** The last nested message with the number `field`. */
function childOf(reader: ProtobufReader, field: number): ProtobufReader | undefined {
  let child: ProtobufReader | undefined;
  while (reader.next()) {
    if (reader.field === field) child = reader.message();
    else reader.skip();
  }
  return child;
}

/** "ai.onnx" is another way to write the default domain. */
function plainDomain(domain: string): string {
  return domain === "ai.onnx" ? "" : domain;
}

function checkLimit(count: number, limit: number, what: Text): void {
  if (count > limit) throw new HealerError(onnxProblem.tooLarge(what, limit));
}

function unsupported(feature: Text): HealerError {
  return new HealerError(onnxProblem.unsupportedFeature(feature));
}

function incomplete(what: Text): HealerError {
  return new HealerError(onnxProblem.incomplete(what));
}
