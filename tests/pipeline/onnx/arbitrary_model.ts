import fc from "fast-check";
import type {
  Attribute,
  NamedTensor,
  OnnxModel,
  OnnxNode,
  OnnxValue,
  Tensor,
} from "@/pipeline/onnx/onnx_model.ts";
import { supportedOperators } from "@/pipeline/onnx/supported_operators.ts";

const text = fc.string({ unit: "binary", maxLength: 8 });

const dims = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 3 });

/** Tensors of every element type, with infinities, NaN and negative zeros. */
export const arbitraryTensor: fc.Arbitrary<Tensor> = dims.chain((dims) => {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const length = { minLength: count, maxLength: count };
  return fc.oneof<fc.Arbitrary<Tensor>[]>(
    fc.float32Array(length).map((data) => ({ type: "float32", dims, data })),
    fc.float64Array(length).map((data) => ({ type: "float64", dims, data })),
    fc.int32Array(length).map((data) => ({ type: "int32", dims, data })),
    fc.bigInt64Array(length).map((data) => ({ type: "int64", dims, data })),
    fc.uint8Array({ ...length, max: 1 }).map((data) => ({ type: "bool", dims, data })),
    fc.array(text, length).map((data) => ({ type: "string", dims, data })),
  );
});

const arbitraryAttribute = fc.oneof<fc.Arbitrary<Attribute>[]>(
  fc.float().map((float) => ({ float })),
  fc.maxSafeInteger().map((int) => ({ int })),
  text.map((string) => ({ string })),
  arbitraryTensor.map((tensor) => ({ tensor })),
  fc.float32Array({ maxLength: 4 }).map((floats) => ({ floats })),
  fc.array(fc.maxSafeInteger(), { maxLength: 4 }).map((ints) => ({ ints })),
  fc.array(text, { maxLength: 4 }).map((strings) => ({ strings })),
);

const arbitraryAttributes = fc
  .uniqueArray(fc.tuple(text, arbitraryAttribute), { selector: ([name]) => name, maxLength: 4 })
  .map((entries) => Object.fromEntries(entries));

const operators = (["", "ai.onnx.ml"] as const).flatMap((domain) =>
  [...supportedOperators[domain]].map((op) => ({ domain, op }))
);

const valueType = fc.constantFrom<Tensor["type"][]>(
  "float32",
  "float64",
  "int32",
  "int64",
  "bool",
  "string",
);

const valueDims = fc.array(
  fc.oneof(
    fc.nat(),
    fc.string({ unit: "binary", minLength: 1, maxLength: 8 }),
    fc.constant(null),
  ),
  { maxLength: 3 },
);

/** Models that the reader takes: supported operators, unique names, everything produced before it is read. */
export const arbitraryModel: fc.Arbitrary<OnnxModel> = fc
  .record({
    irVersion: fc.integer({ min: 3, max: 13 }),
    producerName: text,
    producerVersion: text,
    opsets: fc.record({
      base: fc.integer({ min: 7, max: 26 }),
      ml: fc.integer({ min: 1, max: 5 }),
    }),
    metadata: fc.uniqueArray(fc.tuple(text, text), { selector: ([key]) => key, maxLength: 4 }),
    graphName: text,
    inputs: fc.array(fc.tuple(valueType, valueDims), { maxLength: 3 }),
    initializers: fc.array(arbitraryTensor, { maxLength: 3 }),
    nodes: fc.array(
      fc.record({
        name: text,
        operator: fc.constantFrom(...operators),
        inputs: fc.array(fc.nat(), { maxLength: 3 }),
        outputs: fc.nat(2),
        attributes: arbitraryAttributes,
      }),
      { maxLength: 4 },
    ),
    outputs: fc.array(fc.tuple(valueType, valueDims), { maxLength: 2 }),
  })
  .map((parts) => {
    const inputs: OnnxValue[] = parts.inputs.map(([type, dims], index) => ({
      name: `input ${index}`,
      type,
      dims,
    }));
    const initializers: NamedTensor[] = parts.initializers.map((tensor, index) => ({
      ...tensor,
      name: `weights ${index}`,
    }));
    const produced = [
      "",
      ...inputs.map(({ name }) => name),
      ...initializers.map(({ name }) => name),
    ];
    const nodes: OnnxNode[] = parts.nodes.map(
      ({ name, operator, inputs, outputs, attributes }, at) => {
        const node = {
          ...operator,
          name,
          inputs: inputs.map((pick) => produced[pick % produced.length]!),
          outputs: Array.from({ length: outputs }, (_, index) => `value ${at}.${index}`),
          attributes,
        };
        produced.push(...node.outputs);
        return node;
      },
    );
    const outputs: OnnxValue[] = parts.outputs
      .slice(0, produced.length - 1)
      .map(([type, dims], index) => ({ name: produced[index + 1]!, type, dims }));
    return {
      irVersion: parts.irVersion,
      producerName: parts.producerName,
      producerVersion: parts.producerVersion,
      opsets: new Map([["", parts.opsets.base], ["ai.onnx.ml", parts.opsets.ml]]),
      metadata: new Map(parts.metadata),
      graph: { name: parts.graphName, nodes, initializers, inputs, outputs },
    };
  });
