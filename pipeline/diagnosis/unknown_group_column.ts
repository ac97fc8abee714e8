import { extname } from "node:path";
import pl from "nodejs-polars";
import { AtomicFile } from "../atomic_file.ts";
import { HealerError } from "../problem.ts";
import { joinedBytes } from "../joined_bytes.ts";
import { ParquetParts } from "../table/parquet_parts.ts";
import { unknownGroupColumn } from "./findings.ts";
import { diagnosisProblem } from "./problems.ts";
import { resultHeader, type ResultLayout } from "./result_writer.ts";
import type { UnknownGroups } from "./unknown_groups.ts";

/** Rows in memory at a time. */
const sliceRows = 100_000;

const quote = 0x22, lineFeed = 0x0a;

const encoder = new TextEncoder();
const header = encoder.encode(`,${unknownGroupColumn}`);

const addGroups = new Map([
  [".csv", addGroupsToCsv],
  [".json", addGroupsToJson],
  [".parquet", addGroupsToParquet],
]);

/**
 * Adds to finished results the group of each row as their last column, empty where it has none. Whether it did: not
 * where there are no groups, or where the ids stand under that name.
 *
 * @param rows How many rows the results have.
 * @throws {HealerError} `diagnosis/unknown-format`, `file/not-writable`
 */
export async function addUnknownGroups(
  paths: readonly string[],
  layout: ResultLayout,
  rows: number,
  groups: UnknownGroups,
): Promise<boolean> {
  if (groups.groups.length === 0 || resultHeader(layout).includes(unknownGroupColumn)) return false;
  const groupOf = new Map(Array.from(groups.places, (place, index) => [place, groups.ids[index]!]));
  for (const path of paths) {
    const add = addGroups.get(extname(path).toLowerCase());
    if (add === undefined) throw new HealerError(diagnosisProblem.unknownFormat(path));
    await add(path, groupOf, rows);
  }
  return true;
}

/** Place of a row in the result → its group. */
type GroupOf = ReadonlyMap<number, number>;

async function addGroupsToParquet(path: string, groupOf: GroupOf, rows: number): Promise<void> {
  await using parts = await ParquetParts.create(path);
  for (let first = 0; first < rows; first += sliceRows) {
    const scan = pl.scanParquet(path, { glob: false, hivePartitioning: false });
    const slice = await scan.slice(first, sliceRows).collect();
    // A series of Int32 that is made at once has 0 in place of null.
    const ids = Array.from({ length: slice.height }, (_, row) => groupOf.get(first + row) ?? null);
    await parts.append(
      slice.withColumns(pl.Series(unknownGroupColumn, ids, pl.Float64).cast(pl.Int32)),
    );
  }
  await parts.finish();
}

/** One object a line, as they are written. */
async function addGroupsToJson(path: string, groupOf: GroupOf): Promise<void> {
  await using target = await AtomicFile.create(path);
  let row = 0, rest = "";
  using source = await Deno.open(path);
  for await (const text of source.readable.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    const grouped = lines.map((line) => {
      if (!line.startsWith("{")) return line;
      const end = line.lastIndexOf("}");
      const cell = `,${JSON.stringify(unknownGroupColumn)}:${groupOf.get(row++) ?? null}`;
      return line.slice(0, end) + cell + line.slice(end);
    });
    await target.write(encoder.encode(grouped.map((line) => `${line}\n`).join("")));
  }
  await target.commit();
}

/** A piece of the file at a time. */
async function addGroupsToCsv(path: string, groupOf: GroupOf): Promise<void> {
  await using target = await AtomicFile.create(path);
  const cells = new Map([...groupOf.values()].map((id) => [id, encoder.encode(`,${id}`)]));
  const noGroup = encoder.encode(",");
  let isQuoted = false, row = -1;
  using source = await Deno.open(path);
  for await (const chunk of source.readable) {
    const pieces: Uint8Array[] = [];
    let start = 0, from = 0;
    let nextQuote = chunk.indexOf(quote);
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      for (; nextQuote >= 0 && nextQuote < end; nextQuote = chunk.indexOf(quote, nextQuote + 1)) {
        isQuoted = !isQuoted;
      }
      from = end + 1;
      if (isQuoted) continue;
      const id = groupOf.get(row);
      const cell = row < 0 ? header : id === undefined ? noGroup : cells.get(id) ?? noGroup;
      pieces.push(chunk.subarray(start, end), cell);
      start = end;
      row++;
    }
    for (; nextQuote >= 0; nextQuote = chunk.indexOf(quote, nextQuote + 1)) isQuoted = !isQuoted;
    pieces.push(chunk.subarray(start));
    await target.write(joinedBytes(pieces));
  }
  await target.commit();
}
