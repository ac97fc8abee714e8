/**
 * The wire types of Protocol Buffers (https://protobuf.dev/programming-guides/encoding/), as far as onnx.proto
 * needs them. Numbers are little-endian there and on every machine that Deno runs on.
 */
export const wireType = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

/** The memory of a typed array as bytes, without a copy. */
export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
