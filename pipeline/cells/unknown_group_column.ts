import pl from "nodejs-polars";
import { AtomicFile } from "../atomic_file.ts";
import type { UnknownGroups } from "../diagnosis/unknown_groups.ts";
import { joinedBytes } from "../joined_bytes.ts";
import { ParquetParts } from "../table/parquet_parts.ts";

/** The column of a result that tells the groups of unknown rows. */
export const unknownGroupColumn = "unknown_group";

/** Rows in memory at a time. */
const sliceRows = 100_000;

const quote = 0x22, lineFeed = 0x0a;

const encoder = new TextEncoder();
const header = encoder.encode(`,${unknownGroupColumn}`);

/** Adds the group of each row, empty where it has none, as the last column of a result as Parquet. */
export async function addGroupsToParquet(
  path: string,
  rows: number,
  groups: UnknownGroups,
): Promise<void> {
  await using parts = await ParquetParts.create(path);
  const groupOf = groupsByPlace(groups);
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

/** Does the same to a result as CSV, a piece of the file at a time. */
export async function addGroupsToCsv(path: string, groups: UnknownGroups): Promise<void> {
  await using target = await AtomicFile.create(path);
  const groupOf = groupsByPlace(groups);
  const cells = new Map(groups.groups.map(({ id }) => [id, encoder.encode(`,${id}`)]));
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

function groupsByPlace({ places, ids }: UnknownGroups): ReadonlyMap<number, number> {
  return new Map(Array.from(places, (place, index) => [place, ids[index]!]));
}
