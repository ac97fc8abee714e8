import type { TableColumn } from "../column_type.ts";
import type { ByteCache } from "./byte_cache.ts";
import { containsTest, rangesTest, rowTest } from "./row_filter.ts";
import { matchingRows, sortRows } from "./row_order.ts";
import type { StoredColumns, Turn } from "./stored_columns.ts";
import type { PageRequest, SortColumn, TableFilter, TableQuery } from "./table_page.ts";

/** Row numbers that are kept. */
export interface KeptRows {
  readonly bytes: number;
  readonly rows: Uint32Array;
}

/** The rows of a query in its order, under a name of its own. */
export interface RowChoice {
  readonly key: string;
  readonly rows: Uint32Array;
}

/** What rows are chosen from. */
export interface ChoiceSource {
  readonly path: string;
  readonly count: number;
  readonly columns: readonly TableColumn[];
  readonly stored: StoredColumns;
  readonly cache: ByteCache<KeptRows>;
}

/**
 * The rows that the query wants, in its order; undefined where these are all of them as in the file.
 *
 * @throws {HealerError} `table/filter-not-a-number`
 */
export async function chooseRows(
  source: ChoiceSource,
  { sort = [], filter = [], search = "", among }: TableQuery & Pick<PageRequest, "among">,
  turn: Turn,
): Promise<RowChoice | undefined> {
  const text = search.trim();
  const isChoosing = filter.length > 0 || text !== "" || among !== undefined;
  if (!isChoosing && sort.length === 0) return undefined;
  const chosenKey = JSON.stringify([source.path, filter, text, among]);
  const chosen = () =>
    isChoosing ? matching(source, { filter, text, among }, turn) : allRows(source.count);
  if (sort.length === 0) {
    return { key: chosenKey, rows: await kept(source.cache, chosenKey, chosen) };
  }
  const key = JSON.stringify([chosenKey, sort]);
  const rows = await kept(source.cache, key, async () => {
    const before = isChoosing
      ? (await kept(source.cache, chosenKey, chosen)).slice()
      : allRows(source.count);
    return await sorted(source, before, sort, turn);
  });
  return { key, rows };
}

async function kept(
  cache: ByteCache<KeptRows>,
  key: string,
  make: () => Uint32Array | Promise<Uint32Array>,
): Promise<Uint32Array> {
  const known = cache.get(key)?.rows;
  if (known !== undefined) return known;
  const rows = await make();
  cache.set(key, { bytes: rows.byteLength, rows });
  return rows;
}

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row++) rows[row] = row;
  return rows;
}

async function sorted(
  { stored }: ChoiceSource,
  rows: Uint32Array,
  sort: readonly SortColumn[],
  turn: Turn,
): Promise<Uint32Array> {
  // Sorting is stable: the column that counts most comes last.
  for (const { column, descending } of sort.toReversed()) {
    sortRows(rows, await stored.whole(column, turn), descending);
  }
  return rows;
}

async function matching(
  { count, columns, stored }: ChoiceSource,
  { filter, text, among }: {
    readonly filter: readonly TableFilter[];
    readonly text: string;
    readonly among: string | undefined;
  },
  turn: Turn,
): Promise<Uint32Array> {
  const tests: ((row: number) => boolean)[] = [];
  if (among !== undefined) {
    const isIn = rangesTest("row", among);
    tests.push((row) => isIn(row + 1));
  }
  for (const each of filter) tests.push(rowTest(each, await stored.whole(each.column, turn)));
  if (text !== "") {
    const found = new Uint8Array(count);
    for (const { name } of columns.filter(({ type }) => type === "text" || type === "time")) {
      const contains = containsTest(text, await stored.whole(name, turn));
      for (let row = 0; row < count; row++) {
        if (found[row] === 0 && contains(row)) found[row] = 1;
      }
    }
    tests.push((row) => found[row] === 1);
  }
  return matchingRows(count, tests);
}
