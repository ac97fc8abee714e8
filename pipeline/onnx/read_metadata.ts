import { HealerError } from "../problem.ts";
import { onnxProblem } from "./problems.ts";
import { ProtobufReader } from "./protobuf_reader.ts";

/**
 * The `metadata_props` of an ONNX file, in order. It passes over the graph, so that a file of any size takes
 * no longer than its metadata.
 *
 * @throws {HealerError} `onnx/not-onnx`, `onnx/truncated`, `onnx/broken`, `onnx/duplicate-name`.
 */
export function readMetadata(bytes: Uint8Array): ReadonlyMap<string, string> {
  const reader = modelReader(bytes);
  const metadata = new Map<string, string>();
  while (reader.next()) {
    if (reader.field === 14) readMetadataEntry(reader.message(), metadata);
    else reader.skip();
  }
  return metadata;
}

/** A reader at the start of a `ModelProto`. */
export function modelReader(bytes: Uint8Array): ProtobufReader {
  // Field 1, a varint: every known writer puts ir_version first, and hardly any other file starts so.
  if (bytes[0] !== 0x08) throw new HealerError(onnxProblem.notOnnx());
  return new ProtobufReader(bytes);
}

/** Reads one `StringStringEntryProto` into `metadata`. */
export function readMetadataEntry(reader: ProtobufReader, metadata: Map<string, string>): void {
  let key = "";
  let value = "";
  while (reader.next()) {
    if (reader.field === 1) key = reader.string();
    else if (reader.field === 2) value = reader.string();
    else reader.skip();
  }
  if (metadata.has(key)) throw new HealerError(onnxProblem.duplicateNames([key]));
  metadata.set(key, value);
}
