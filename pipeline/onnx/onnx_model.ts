/** The part of onnx.proto (IR 8) that models here are made of, as plain data. */
export interface OnnxModel {
  readonly irVersion: number;
  readonly producerName: string;
  readonly producerVersion: string;
  /** Domain ("" is ai.onnx) → version. */
  readonly opsets: ReadonlyMap<string, number>;
  readonly graph: OnnxGraph;
  /** `metadata_props`, in order. */
  readonly metadata: ReadonlyMap<string, string>;
}

export interface OnnxGraph {
  readonly name: string;
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly NamedTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

export interface OnnxNode {
  readonly name: string;
  readonly op: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Attributes;
}

/** Numbers in ONNX attributes have a type of their own, so every value says which it is. */
export type Attribute =
  | { readonly float: number }
  | { readonly int: number }
  | { readonly string: string }
  | { readonly tensor: Tensor }
  | { readonly floats: Float32Array }
  | { readonly ints: readonly number[] }
  | { readonly strings: readonly string[] };

export type Attributes = Readonly<Record<string, Attribute>>;

/** A dense tensor; `dims` is empty for a scalar. */
export type Tensor =
  | { readonly type: "float32"; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly type: "float64"; readonly dims: readonly number[]; readonly data: Float64Array }
  | { readonly type: "int32"; readonly dims: readonly number[]; readonly data: Int32Array }
  | { readonly type: "int64"; readonly dims: readonly number[]; readonly data: BigInt64Array }
  | { readonly type: "bool"; readonly dims: readonly number[]; readonly data: Uint8Array }
  | { readonly type: "string"; readonly dims: readonly number[]; readonly data: readonly string[] };

export type NamedTensor = Tensor & { readonly name: string };

/** A graph input or output; a dimension is a number, a symbol such as "n", or unknown (null). */
export interface OnnxValue {
  readonly name: string;
  readonly type: Tensor["type"];
  readonly dims: readonly (number | string | null)[];
}
