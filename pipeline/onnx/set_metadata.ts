import { joinedBytes } from "../joined_bytes.ts";
import { ProtobufReader } from "./protobuf_reader.ts";
import { ProtobufWriter } from "./protobuf_writer.ts";
import { modelReader, readMetadataEntry } from "./read_metadata.ts";

/**
 * An ONNX file with other `metadata_props`: those of `changes` are removed where they are undefined, else put at
 * the end. All other bytes stay as they are, in their order.
 *
 * @throws {HealerError} `onnx/not-onnx`, `onnx/truncated`, `onnx/broken`
 */
export function setMetadata(
  bytes: Uint8Array,
  changes: ReadonlyMap<string, string | undefined>,
): Uint8Array<ArrayBuffer> {
  const reader = modelReader(bytes);
  const kept: Uint8Array[] = [];
  while (reader.next()) {
    const isEntry = reader.field === 14;
    const field = reader.whole();
    if (!isEntry || !changes.has(keyOf(field))) kept.push(field);
  }
  const writer = new ProtobufWriter();
  for (const [key, value] of changes) {
    if (value === undefined) continue;
    writer.message(14, () => {
      writer.string(1, key);
      writer.string(2, value);
    });
  }
  return joinedBytes([...kept, writer.finish()]);
}

/** The key of a `StringStringEntryProto` that stands as a field of its own. */
function keyOf(field: Uint8Array): string {
  const reader = new ProtobufReader(field);
  reader.next();
  const entry = new Map<string, string>();
  readMetadataEntry(reader.message(), entry);
  const [key = ""] = entry.keys();
  return key;
}
