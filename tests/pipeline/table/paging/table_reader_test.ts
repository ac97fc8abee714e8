import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import pl from "nodejs-polars";
import { HealerError } from "@/pipeline/problem.ts";
import { parseRowRanges } from "@/pipeline/table/row_ranges.ts";
import type {
  PageCell,
  PageRequest,
  SortColumn,
  TableFilter,
  TableQuery,
} from "@/pipeline/table/paging/table_page.ts";
import { TableReader } from "@/pipeline/table/paging/table_reader.ts";
import { textOrderKey } from "@/pipeline/table/paging/text_order.ts";

const turn = (): Promise<void> => Promise.resolve();

/** Names that are patterns to Polars or keys to a plain object, too. */
const names = ["*", "^.*$", "__proto__", "a.b", "1"] as const;

const types = [pl.Float64, pl.Float32, pl.Utf8, pl.Bool, pl.Int64] as const;

/** Few different values, so that there are ties. */
const values = [
  fc.constantFrom(null, NaN, -0, 0, 1.5, -2, 1e17, -1e-300, Infinity, -Infinity),
  fc.constantFrom(null, NaN, 0.5, -0.25, 3, -1024, 0),
  fc.constantFrom(
    null,
    "",
    "a",
    "B",
    "b",
    "host 9",
    "Host 10",
    "é",
    "错误",
    "2026-01-02",
    "007",
    "7",
  ),
  fc.constantFrom(null, true, false),
  fc.constantFrom(null, 0, 1, -1, 2 ** 40, -(2 ** 40)),
] as const;

const rowsArbitrary = fc.array(fc.tuple(...values), { minLength: 1, maxLength: 60 });

const filterArbitrary: fc.Arbitrary<TableFilter> = fc.oneof(
  fc.record({ column: fc.constantFrom(...names), op: fc.constantFrom("missing", "present") }),
  fc.record({
    column: fc.constantFrom("*", "^.*$", "1"),
    op: fc.constantFrom("is", "is-not", "at-least", "at-most", "contains"),
    value: fc.constantFrom<string | number>(0, "1", "0.5", -2),
  }),
  fc.record({
    column: fc.constant("__proto__"),
    op: fc.constantFrom("is", "is-not", "at-least", "at-most", "contains"),
    value: fc.constantFrom("b", "B", "host 9", "", "E", "7"),
  }),
  fc.record({
    column: fc.constant("a.b"),
    op: fc.constantFrom("is", "is-not"),
    value: fc.constantFrom<string | boolean>(true, "false"),
  }),
);

type Query = TableQuery & Pick<PageRequest, "among">;

const queryArbitrary: fc.Arbitrary<Query> = fc.record({
  sort: fc.uniqueArray(
    fc.record({ column: fc.constantFrom(...names), descending: fc.boolean() }),
    { maxLength: 3, selector: ({ column }) => column },
  ),
  filter: fc.array(filterArbitrary, { maxLength: 2 }),
  search: fc.constantFrom("", " ", "B", "e", "host"),
  among: fc.constantFrom("1-20", "2, 5-7, 6-9", "40", "900-1000"),
}, { requiredKeys: ["sort", "filter", "search"] });

type Row = readonly (string | number | boolean | null)[];

/** What a page shows of a value. */
function shown(value: Row[number] | undefined): PageCell {
  if (typeof value !== "number" || Number.isFinite(value)) return value ?? null;
  return Number.isNaN(value) ? null : String(value);
}

function orderOf(a: PageCell, b: PageCell): number {
  if (typeof a === "string" && typeof b === "string" && !/Infinity/.test(a + b)) {
    return textOrderKey(a) < textOrderKey(b) ? -1 : textOrderKey(a) > textOrderKey(b) ? 1 : 0;
  }
  return Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0;
}

function holds(row: Row, filter: TableFilter): boolean {
  const column = names.findIndex((name) => name === filter.column);
  const cell = shown(row[column]);
  if (!("value" in filter)) return (cell === null) === (filter.op === "missing");
  const { op } = filter;
  const isText = filter.column === "__proto__";
  const value = isText
    ? String(filter.value)
    : filter.column === "a.b"
    ? String(filter.value) === "true"
    : Number(filter.value);
  if (op === "is-not") return cell === null || !isSame(cell, value);
  if (cell === null) return false;
  if (op === "is") return isSame(cell, value);
  if (op === "contains") {
    const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain(String(cell)).includes(plain(String(filter.value)));
  }
  return op === "at-least" ? orderOf(cell, value) >= 0 : orderOf(cell, value) <= 0;
}

function isSame(cell: PageCell, value: string | number | boolean): boolean {
  return typeof value === "number" ? Number(cell) === value : cell === value;
}

/** What a query gives, the simplest way. */
function naive(
  rows: readonly Row[],
  { sort = [], filter = [], search = "", among }: Query,
): number[] {
  const ranges = parseRowRanges(among ?? "1-1000000");
  assert.ok("length" in ranges);
  const found = rows.map((_, index) => index).filter((index) => {
    if (!ranges.some(({ from, to }) => from <= index + 1 && index + 1 <= to)) return false;
    const row = rows[index] ?? [];
    const text = String(row[2] ?? "").normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const isFound = search.trim() === "" ||
      (row[2] !== null && text.includes(search.trim().toLowerCase()));
    return isFound && filter.every((each) => holds(row, each));
  });
  const compare = (a: number, b: number, { column, descending }: SortColumn): number => {
    const place = names.findIndex((name) => name === column);
    const left = shown(rows[a]?.[place]), right = shown(rows[b]?.[place]);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? -orderOf(left, right) : orderOf(left, right);
  };
  return found.sort((a, b) => {
    for (const each of sort) {
      const order = compare(a, b, each);
      if (order !== 0) return order;
    }
    return a - b;
  });
}

function frameOf(rows: readonly Row[]): pl.DataFrame {
  const columns = types.map((type, index) =>
    pl.Series(`c${index}`, rows.map((row) => row[index] ?? null), type)
  );
  const frame = pl.DataFrame(columns);
  frame.columns = [...names];
  return frame;
}

describe("TableReader", () => {
  it("gives for every query what sorting and filtering all rows gives, with holes, ties and infinities", async () => {
    const folder = await Deno.makeTempDir({ prefix: "paging-" });
    let files = 0;
    try {
      await fc.assert(
        fc.asyncProperty(
          rowsArbitrary,
          fc.array(queryArbitrary, { minLength: 1, maxLength: 5 }),
          fc.boolean(),
          async (rows, queries, isForgetful) => {
            const path = join(folder, `${files++}.parquet`);
            frameOf(rows).writeParquet(path);
            const reader = new TableReader(isForgetful ? 0 : 1e6);
            for (const query of queries) {
              const wanted = naive(rows, query);
              const page = await reader.page(path, { ...query, offset: 1, limit: 20 }, turn);
              const expected = wanted.slice(1, 21);
              assert.deepEqual(page.rowNumbers, expected);
              assert.deepEqual([page.rows, page.allRows], [wanted.length, rows.length]);
              const cells = expected.map((row) => rows[row]?.map(shown));
              assert.deepEqual(page.cells.map((row) => row.map(plainZero)), cells.map(zeros));
              const columns = ["1", "*"];
              const two = await reader.page(path, { ...query, columns, offset: 0, limit: 5 }, turn);
              assert.deepEqual(two.columns.map(({ name }) => name), columns);
              assert.deepEqual(
                two.cells.map((row) => row.map(plainZero)),
                wanted.slice(0, 5).map((row) => zeros([4, 0].map((at) => shown(rows[row]?.[at])))),
              );
            }
          },
        ),
        { numRuns: 150 },
      );
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("refuses a page that no memory should hold, and gives a column as often as it is named", async () => {
    const folder = await Deno.makeTempDir({ prefix: "paging-" });
    try {
      const path = join(folder, "wide.parquet");
      const columns = Array.from({ length: 1100 }, (_, index) => `c${index}`);
      pl.DataFrame(columns.map((name) => pl.Series(name, [1, 2]))).writeParquet(path);
      const reader = new TableReader(64e6);
      const isTooLarge = (error: unknown): boolean =>
        error instanceof HealerError && error.problem.code === "table/page-too-large";
      await assert.rejects(reader.page(path, { offset: 0, limit: 1000 }, turn), isTooLarge);
      const often = Array.from({ length: 50_000 }, () => "c1099");
      const named = { offset: 0, limit: 1000, columns: often };
      await assert.rejects(reader.page(path, named, turn), isTooLarge);
      const { cells } = await reader.page(path, { ...named, limit: 1 }, turn);
      assert.equal(cells[0]?.length, often.length);
      const all = await reader.page(path, { offset: 0, limit: 500 }, turn);
      assert.deepEqual(all.cells.map((row) => row.length), [1100, 1100]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("pages through more rows than it fetches at a time, whole numbers beyond doubles among them", async () => {
    const folder = await Deno.makeTempDir({ prefix: "paging-" });
    try {
      const path = join(folder, "long.parquet");
      const count = 30_000;
      const base = 2n ** 60n;
      pl.DataFrame([
        pl.Series(
          "big",
          Array.from({ length: count }, (_, row) => base + BigInt(count - row)),
          pl.UInt64,
        ),
        pl.Series("word", Array.from({ length: count }, (_, row) => `w${row % 25_000}`)),
      ]).writeParquet(path);
      const reader = new TableReader(64e6);
      const from = 4000;
      const plain = await reader.page(path, { offset: from, limit: 200 }, turn);
      assert.deepEqual(plain.rowNumbers, Array.from({ length: 200 }, (_, row) => from + row));
      assert.deepEqual(plain.cells[199], [String(base + BigInt(count - 4199)), "w4199"]);
      const sort = [{ column: "big", descending: false }];
      const sorted = await reader.page(path, { sort, offset: 0, limit: 2 }, turn);
      assert.deepEqual(sorted.rowNumbers, [29_999, 29_998]);
      const words = [{ column: "word", descending: true }];
      const byWord = await reader.page(path, { sort: words, offset: 0, limit: 2 }, turn);
      assert.deepEqual(byWord.rowNumbers, [24_999, 24_998]);
      const value = String(base + 5n);
      const filter = [{ column: "big", op: "is" as const, value }];
      const found = await reader.page(path, { filter, offset: 0, limit: 2 }, turn);
      assert.deepEqual(found.rowNumbers, [29_995]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });
});

/** One zero, as holes and times are told apart by nothing else. */
function plainZero(cell: PageCell): PageCell {
  return cell === 0 ? 0 : cell;
}

function zeros(row: readonly PageCell[] | undefined): PageCell[] {
  return (row ?? []).map(plainZero);
}
