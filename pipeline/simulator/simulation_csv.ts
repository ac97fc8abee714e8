import { isWhole, type SimulatedColumn } from "./column.ts";
import type { Simulation, SimulationBatch } from "./simulate.ts";
import { TextBuffer } from "./text_buffer.ts";

/** Where the text goes: the writer of a `WritableStream`, for one. */
export interface ByteWriter {
  write(chunk: Uint8Array): Promise<unknown>;
}

const comma = 44;
const newline = 10;

/** The header's names: `incident_id`, `time`, the KPIs, `fault`. */
export function csvHeader(columns: readonly SimulatedColumn[]): string[] {
  return ["incident_id", "time", ...columns.map(({ name }) => name), "fault"];
}

/**
 * Writes the simulation as CSV (RFC 4180 with line feeds): times in ISO 8601 (UTC), counts and counters as
 * whole numbers, other KPIs with 5 significant digits, holes empty. One batch is in memory at a time;
 * `wrote` is told the number of rows after each.
 */
export async function writeSimulationCsv(
  simulation: Simulation,
  writer: ByteWriter,
  wrote: (rows: number) => void = () => {},
): Promise<void> {
  const text = new TextBuffer(1 << 21);
  const { columns } = simulation;
  text.text(csvHeader(columns).join(",") + "\n");
  const whole = columns.map(({ unit }) => isWhole(unit));
  let rows = 0;
  for (const batch of simulation.batches()) {
    appendBatch(text, batch, whole);
    await writer.write(text.take());
    rows += batch.rows;
    wrote(rows);
  }
}

function appendBatch(text: TextBuffer, batch: SimulationBatch, whole: readonly boolean[]): void {
  let next = 0;
  for (let row = 0; row < batch.rows; row++) {
    text.text(batch.incidents[row]!);
    text.byte(comma);
    text.text(isoTime(batch.times[row]!));
    for (const isWhole of whole) {
      const value = batch.values[next++]!;
      text.byte(comma);
      if (value !== value) continue;
      if (isWhole) text.whole(value);
      else text.decimal(value);
    }
    text.byte(comma);
    text.text(batch.labels[row]!);
    text.byte(newline);
  }
}

/** Whole seconds: `2026-01-01T00:00:05Z`. */
function isoTime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
