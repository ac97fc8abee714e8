import { Buffer } from "node:buffer";
import { cpuUsage } from "node:process";
import pl from "nodejs-polars";
import { readTable } from "@/pipeline/table/read_table.ts";
import { RecordScanner } from "@/pipeline/table/record_scanner.ts";
import { scanBlocks } from "@/pipeline/table/scan_blocks.ts";
import { Random } from "@/pipeline/random.ts";

/**
 * How fast CSV is read, beside plain `pl.readCSV`, on KPI-like data: an id and 107 numbers of 1e0–1e17 with
 * 8 % holes and a label. Prints the best of three: MB a second, and MB a second of processor time, which other
 * programs on the machine disturb less. Usage: `read_csv.ts [rows]`, 30,000 by default.
 */
async function main(rows: number): Promise<void> {
  const path = await Deno.makeTempFile({ suffix: ".csv" });
  try {
    await Deno.writeFile(path, kpiTable(rows));
    const bytes = await Deno.readFile(path);
    const megabytes = bytes.length / 1e6;
    console.log(`${rows} rows × 109 columns, ${megabytes.toFixed(0)} MB`);
    await report("scanner alone", megabytes, () => scan(bytes));
    await report("readTable", megabytes, () => readTable(path));
    await report("readTable, one bad cell a batch", megabytes, () => readTable(path, badCell));
    await report(
      "pl.readCSV of the file",
      megabytes,
      () => void pl.readCSV(Buffer.from(Deno.readFileSync(path))),
    );
  } finally {
    await Deno.remove(path);
  }
}

/** Makes the label column one that no cell fits, so that every batch is read cell by cell. */
const badCell = { types: new Map([["label", "boolean" as const]]), badCells: "hole" as const };

async function scan(bytes: Uint8Array): Promise<void> {
  const shape = { delimiter: 44, quote: 34, fields: 109, header: true, decoded: false };
  const blocks = [{ bytes, bytesRead: bytes.length }];
  let rows = 0;
  const limits = { rows: 100_000, bytes: 16 * 2 ** 20 };
  for await (const { records } of scanBlocks(blocks, new RecordScanner(shape), limits)) {
    rows += records.count;
  }
  if (rows === 0) throw new Error("The scanner found no rows.");
}

async function report(name: string, megabytes: number, run: () => unknown): Promise<void> {
  let wall = Infinity, processor = Infinity;
  for (let round = 0; round < 3; round++) {
    const start = performance.now();
    const before = cpuUsage();
    await run();
    const used = cpuUsage(before);
    wall = Math.min(wall, performance.now() - start);
    processor = Math.min(processor, (used.user + used.system) / 1000);
  }
  const speed = (milliseconds: number): string =>
    (megabytes / milliseconds * 1000).toFixed(0).padStart(5);
  console.log(`${name.padEnd(34)} ${speed(wall)} MB/s ${speed(processor)} MB/s of processor time`);
}

function kpiTable(rows: number): Uint8Array {
  const random = new Random(1);
  const names = Array.from({ length: 107 }, (_, index) => `feature${index}`);
  const lines = [["sample_id", ...names, "label"].join(",")];
  for (let row = 0; row < rows; row++) {
    const cells = names.map((_, index) =>
      random.next() < 0.08 ? "" : String((random.next() - 0.5) * 10 ** (index % 17))
    );
    lines.push(`${row},${cells.join(",")},${random.below(6)}`);
  }
  return new TextEncoder().encode(lines.join("\n") + "\n");
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 30_000));
