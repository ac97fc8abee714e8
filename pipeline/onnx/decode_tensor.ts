import { HealerError } from "../problem.ts";
import { elementTypes } from "./element_types.ts";
import type { NamedTensor, Tensor } from "./onnx_model.ts";
import { onnxProblem } from "./problems.ts";
import { bytesOf } from "./protobuf.ts";
import { ProtobufReader } from "./protobuf_reader.ts";

const typeOfCode: ReadonlyMap<number, Tensor["type"]> = new Map(
  (Object.keys(elementTypes) as Tensor["type"][]).map((type) => [elementTypes[type], type]),
);

/**
 * The element type of a code of `TensorProto.DataType`.
 *
 * @throws {HealerError} `onnx/unsupported-feature`.
 */
export function elementType(code: number): Tensor["type"] {
  const type = typeOfCode.get(code);
  if (type !== undefined) return type;
  throw new HealerError(onnxProblem.unsupportedFeature({
    en: `tensors of the ONNX data type ${code}`,
    zh: `ONNX 数据类型为 ${code} 的张量`,
  }));
}

/**
 * Reads the bytes of one `TensorProto`, such as a `.pb` file of the ONNX node tests.
 *
 * @throws {HealerError} `onnx/truncated`, `onnx/broken`, `onnx/tensor-size`, `onnx/external-data`,
 * `onnx/unsupported-feature`, `onnx/too-large`.
 */
export function decodeTensor(bytes: Uint8Array): NamedTensor {
  const { name, tensor } = readTensor(new ProtobufReader(bytes));
  return { ...tensor, name };
}

/** Reads a `TensorProto` to its end; the data are copies, not views of the file. */
export function readTensor(
  reader: ProtobufReader,
): { readonly name: string; readonly tensor: Tensor } {
  const dims: number[] = [];
  const data: TensorData = { floats: [], ints: [], longs: [], doubles: [], strings: [] };
  let code = 0;
  let name = "";
  let external = false;
  while (reader.next()) {
    if (reader.field === 1) reader.ints(dims);
    else if (reader.field === 2) code = reader.int();
    else if (reader.field === 4) reader.floats(data.floats);
    else if (reader.field === 5) reader.ints(data.ints);
    else if (reader.field === 6) reader.strings(data.strings);
    else if (reader.field === 7) reader.longs(data.longs);
    else if (reader.field === 8) name = reader.string();
    else if (reader.field === 9) data.raw = reader.bytes();
    else if (reader.field === 10) reader.doubles(data.doubles);
    else if (reader.field === 14) external = reader.int() !== 0;
    else {
      external ||= reader.field === 13;
      reader.skip();
    }
  }
  if (external) throw new HealerError(onnxProblem.externalData(name));
  if (dims.some((dim) => dim < 0)) {
    throw reader.broken({ en: "a dimension is negative", zh: "维度为负数" });
  }
  return { name, tensor: tensorOf(elementType(code), name, dims, data) };
}

/** The places of onnx.proto where a tensor can keep its elements. */
interface TensorData {
  readonly floats: number[];
  readonly ints: number[];
  readonly longs: bigint[];
  readonly doubles: number[];
  readonly strings: string[];
  raw?: Uint8Array;
}

function tensorOf(
  type: Tensor["type"],
  name: string,
  dims: readonly number[],
  { raw, floats, ints, longs, doubles, strings }: TensorData,
): Tensor {
  const count = dims.reduce((product, dim) => product * dim, 1);
  const checkCount = (found: number) => {
    if (found !== count) {
      throw new HealerError(onnxProblem.tensorSize(name, dims, `${found} × ${type}`));
    }
  };
  /** `array` filled from raw data; it is made only once the sizes agree. */
  const fromRaw = <Data extends ArrayBufferView>(
    bytes: Uint8Array,
    elementBytes: number,
    make: (count: number) => Data,
  ): Data => {
    checkCount(bytes.length / elementBytes);
    const array = make(count);
    bytesOf(array).set(bytes);
    return array;
  };
  switch (type) {
    case "float32":
      if (raw) return { type, dims, data: fromRaw(raw, 4, (n) => new Float32Array(n)) };
      checkCount(floats.length);
      return { type, dims, data: Float32Array.from(floats) };
    case "float64":
      if (raw) return { type, dims, data: fromRaw(raw, 8, (n) => new Float64Array(n)) };
      checkCount(doubles.length);
      return { type, dims, data: Float64Array.from(doubles) };
    case "int32":
      if (raw) return { type, dims, data: fromRaw(raw, 4, (n) => new Int32Array(n)) };
      checkCount(ints.length);
      return { type, dims, data: Int32Array.from(ints) };
    case "int64":
      if (raw) return { type, dims, data: fromRaw(raw, 8, (n) => new BigInt64Array(n)) };
      checkCount(longs.length);
      return { type, dims, data: BigInt64Array.from(longs) };
    case "bool":
      if (raw) return { type, dims, data: fromRaw(raw, 1, (n) => new Uint8Array(n)) };
      checkCount(ints.length);
      return { type, dims, data: Uint8Array.from(ints, (value) => (value === 0 ? 0 : 1)) };
    case "string":
      checkCount(strings.length);
      return { type, dims, data: strings };
  }
}
