import { createHash } from "node:crypto";
import { ProtobufWriter } from "../onnx/protobuf_writer.ts";

/** The metadata key of the seal, the last entry of the ONNX file. */
export const sealKey = "healer.sha256";

/**
 * Ends an ONNX file with a metadata entry that holds the SHA-256 of all bytes before it: a flipped bit in a
 * threshold still makes a graph that runs, and gives wrong diagnoses.
 */
export function seal(model: Uint8Array): Uint8Array<ArrayBuffer> {
  const entry = sealOf(model);
  const sealed = new Uint8Array(model.length + entry.length);
  sealed.set(model);
  sealed.set(entry, model.length);
  return sealed;
}

/** Whether the bytes before the seal are those it was made of. */
export function sealHolds(sealed: Uint8Array): boolean {
  const end = Math.max(0, sealed.length - sealLength);
  const expected = sealOf(sealed.subarray(0, end));
  const found = sealed.subarray(end);
  return found.length === expected.length && expected.every((byte, at) => found[at] === byte);
}

/** A `StringStringEntryProto` of `ModelProto.metadata_props`: protobuf messages may be joined end to end. */
function sealOf(model: Uint8Array): Uint8Array {
  const writer = new ProtobufWriter();
  writer.message(14, () => {
    writer.string(1, sealKey);
    writer.string(2, createHash("sha256").update(model).digest("hex"));
  });
  return writer.finish();
}

const sealLength = sealOf(new Uint8Array()).length;
