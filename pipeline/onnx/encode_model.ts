import { attributeTypes } from "./attribute_types.ts";
import { elementTypes } from "./element_types.ts";
import type { Attribute, OnnxModel, OnnxNode, OnnxValue, Tensor } from "./onnx_model.ts";
import { bytesOf } from "./protobuf.ts";
import { ProtobufWriter } from "./protobuf_writer.ts";

/**
 * The bytes of an ONNX file (`ModelProto` of onnx.proto, IR 8). Equal models give equal bytes. Tensors are
 * written as `raw_data`, lists of numbers packed.
 */
export function encodeModel(model: OnnxModel): Uint8Array {
  const writer = new ProtobufWriter();
  writer.int(1, model.irVersion);
  writer.string(2, model.producerName);
  writer.string(3, model.producerVersion);
  writer.message(7, () => {
    const { graph } = model;
    for (const node of graph.nodes) writer.message(1, () => writeNode(writer, node));
    writer.string(2, graph.name);
    for (const tensor of graph.initializers) {
      writer.message(5, () => writeTensor(writer, tensor, tensor.name));
    }
    for (const input of graph.inputs) writer.message(11, () => writeValue(writer, input));
    for (const output of graph.outputs) writer.message(12, () => writeValue(writer, output));
  });
  for (const [domain, version] of model.opsets) {
    writer.message(8, () => {
      writer.string(1, domain);
      writer.int(2, version);
    });
  }
  for (const [key, value] of model.metadata) {
    writer.message(14, () => {
      writer.string(1, key);
      writer.string(2, value);
    });
  }
  return writer.finish();
}

function writeNode(writer: ProtobufWriter, node: OnnxNode): void {
  for (const input of node.inputs) writer.string(1, input);
  for (const output of node.outputs) writer.string(2, output);
  writer.string(3, node.name);
  writer.string(4, node.op);
  for (const [name, attribute] of Object.entries(node.attributes)) {
    writer.message(5, () => writeAttribute(writer, name, attribute));
  }
  writer.string(7, node.domain);
}

function writeAttribute(writer: ProtobufWriter, name: string, attribute: Attribute): void {
  writer.string(1, name);
  if ("float" in attribute) {
    writer.float(2, attribute.float);
    writer.int(20, attributeTypes.float);
  } else if ("int" in attribute) {
    writer.int(3, attribute.int);
    writer.int(20, attributeTypes.int);
  } else if ("string" in attribute) {
    writer.string(4, attribute.string);
    writer.int(20, attributeTypes.string);
  } else if ("tensor" in attribute) {
    writer.message(5, () => writeTensor(writer, attribute.tensor));
    writer.int(20, attributeTypes.tensor);
  } else if ("floats" in attribute) {
    writer.packedFloats(7, attribute.floats);
    writer.int(20, attributeTypes.floats);
  } else if ("ints" in attribute) {
    writer.packedInts(8, attribute.ints);
    writer.int(20, attributeTypes.ints);
  } else {
    writer.strings(9, attribute.strings);
    writer.int(20, attributeTypes.strings);
  }
}

function writeTensor(writer: ProtobufWriter, tensor: Tensor, name = ""): void {
  writer.packedInts(1, tensor.dims);
  writer.int(2, elementTypes[tensor.type]);
  if (tensor.type === "string") writer.strings(6, tensor.data);
  if (name !== "") writer.string(8, name);
  if (tensor.type !== "string") writer.bytes(9, bytesOf(tensor.data));
}

function writeValue(writer: ProtobufWriter, value: OnnxValue): void {
  writer.string(1, value.name);
  writer.message(2, () =>
    writer.message(1, () => {
      writer.int(1, elementTypes[value.type]);
      writer.message(2, () => {
        for (const dim of value.dims) {
          writer.message(1, () => {
            if (typeof dim === "number") writer.int(1, dim);
            else if (dim !== null) writer.string(2, dim);
          });
        }
      });
    }));
}
