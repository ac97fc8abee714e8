import type { RecordScanner } from "./record_scanner.ts";
import { ScannedRecords } from "./scanned_records.ts";
import type { Utf8Block } from "./utf8_blocks.ts";

/** When a batch of records is full. */
export interface BatchLimits {
  readonly rows: number;
  /** Of the first batch, where it is to be there sooner. */
  readonly firstRows?: number;
  readonly bytes: number;
}

/** A batch of records and how far into the file it ends. */
export interface ScannedBatch {
  readonly records: ScannedRecords;
  readonly bytesRead: number;
}

/**
 * The records of a file, batch by batch, whatever the sizes of its blocks. The batches share their memory: each
 * is good until the next one is asked for.
 */
export async function* scanBlocks(
  blocks: AsyncIterable<Utf8Block> | Iterable<Utf8Block>,
  scanner: RecordScanner,
  limits: BatchLimits,
): AsyncGenerator<ScannedBatch> {
  const { rows, firstRows = rows, bytes: mostBytes } = limits;
  let records = new ScannedRecords(Math.min(rows, firstRows), mostBytes);
  const next = (): void => {
    if (records.maximumRows === rows) records.clear();
    else records = new ScannedRecords(rows, mostBytes);
  };
  let pending: Uint8Array = new Uint8Array(0);
  let bytesRead = 0;
  for await (const block of blocks) {
    const bytes = joined(pending, block.bytes);
    bytesRead = block.bytesRead;
    let at = scanner.scan(bytes, 0, false, records);
    while (records.isFull(0)) {
      yield { records, bytesRead };
      next();
      at = scanner.scan(bytes, at, false, records);
    }
    pending = bytes.subarray(at);
  }
  let at = scanner.scan(pending, 0, true, records);
  while (records.isFull(0)) {
    yield { records, bytesRead };
    next();
    at = scanner.scan(pending, at, true, records);
  }
  if (!records.isEmpty) yield { records, bytesRead };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
