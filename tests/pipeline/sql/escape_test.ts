import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import pl from "nodejs-polars";
import { HealerError } from "@/pipeline/problem.ts";
import { checkQuery } from "@/pipeline/sql/check_query.ts";
import { runQuery } from "@/pipeline/sql/run_query.ts";

/** What no query may ever tell. */
const secret = "canary_7f3a";

let path: string;
let tables: Record<string, pl.DataFrame>;

before(async () => {
  path = await Deno.makeTempFile({ prefix: "sql-canary-", suffix: ".csv" });
  await Deno.writeTextFile(path, `${secret}\n${secret}\n`);
  tables = { a: pl.DataFrame({ x: [1, 2], g: ["p", "q"] }), b: pl.DataFrame({ w: [1] }) };
});
after(async () => await Deno.remove(path));

/** All that comes of a query: its rows and columns, or what is said of it. */
function outcomeOf(query: string): string {
  try {
    const frame = runQuery(checkQuery(query, ["a", "b"]), tables);
    return JSON.stringify([frame.columns, frame.rows()]);
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    const { message, hint } = error.problem;
    return JSON.stringify([message, hint, String(error.cause)]);
  }
}

const functions = ["read_csv", "read_parquet", "read_ipc", "read_json", "scan_csv", "read_ndjson"];

/** Words as they may be hidden: other cases, capitals that Unicode makes, quotes of all kinds. */
const hidden = (word: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant(word),
    fc.constant(word.toUpperCase()),
    fc.constant(word.replaceAll("s", "ſ").replaceAll("i", "ı")),
    ...['"', "`", "'", "[", "$$"].map((quote) => fc.constant(quote + word + quote)),
    ...["E", "N", "U&", "s.", "."].map((prefix) => fc.constant(prefix + word)),
    ...["E", "U&", "x."].map((prefix) => fc.constant(`${prefix}"${word}"`)),
  );

const gap = fc.constantFrom(
  " ",
  "\n",
  "\t",
  "/**/",
  "/* /* */ */",
  "-- x\n",
  "--\r",
  "#\n",
  "//\n",
  "\u00a0",
  "",
);

/** A call of a function that reads the file. */
const call = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: fc.constant("read_csv") }, fc.constantFrom(...functions))
    .chain(hidden),
  gap,
  fc.constantFrom("(", "(", "(", "((", ""),
  fc.constantFrom("'", "'", "'", '"', "E'", "$$"),
  fc.constantFrom(")", ")", ")", "))", ""),
).map(([name, blank, open, quote, close]) =>
  `${name}${blank}${open}${quote}${path}${quote.slice(-2).replace(/^E/, "")}${close}`
);

/** The ways in which something can stand in place of a table. */
const around: readonly ((table: string, blank: string) => string)[] = [
  (table, blank) => `SELECT * FROM${blank || " "}${table}`,
  (table, blank) => `SELECT *${blank}FROM ${table} AS t`,
  (table) => `SELECT DISTINCT FROM ${table}`,
  (table) => `SELECT x IS DISTINCT FROM ${table}`,
  (table) => `SELECT EXTRACT(year FROM ${table}) FROM a`,
  (table, blank) => `SELECT * FROM a${blank},${table}`,
  (table) => `SELECT * FROM a JOIN ${table} ON true`,
  (table) => `SELECT * FROM a CROSS JOIN ${table}`,
  (table) => `SELECT * FROM (${table})`,
  (table) => `SELECT * FROM (a CROSS JOIN ${table})`,
  (table) => `SELECT * FROM (SELECT * FROM ${table}) AS t`,
  (table) => `SELECT * FROM a WHERE x IN (SELECT * FROM ${table})`,
  (table) => `SELECT (SELECT * FROM ${table}) FROM a`,
  (table) => `WITH c AS (SELECT * FROM ${table}) SELECT * FROM c`,
  (table) => `WITH ${table} AS (SELECT * FROM a) SELECT * FROM ${table}`,
  (table) => `SELECT x FROM a UNION ALL SELECT * FROM ${table}`,
  (table) => `SELECT 1; SELECT * FROM ${table}`,
  (table) => `FROM ${table}`,
  (table) => `CREATE TABLE z AS SELECT * FROM ${table}`,
  (table) => `SELECT * FROM a, LATERAL ${table}`,
  (table) => `SELECT * FROM TABLE(${table})`,
  (table) => `SELECT * FROM a AS ${table}`,
  (table) => `SELECT ${table} FROM a`,
  (table) => `SELECT '' ${table} FROM ''''${table}`,
];

describe("a query", () => {
  it("could read files, were it not checked", () => {
    const context = pl.SQLContext(tables);
    const frame = context.execute(`SELECT * FROM 'read_csv'('${path}')`).collectSync();
    assert.deepEqual(frame.columns, [secret]);
  });

  it("never tells what a file holds, however the reading is hidden", () => {
    fc.assert(
      fc.property(call, fc.constantFrom(...around), gap, (table, place, blank) => {
        const query = place(table, blank);
        assert.ok(!outcomeOf(query).includes(secret), query);
      }),
      { numRuns: 3000 },
    );
  });

  it("never tells what a file holds, whatever words stand in whatever order", () => {
    const words = [
      ..."SELECT FROM JOIN WITH AS DISTINCT IS NOT UNION ALL ON USING VALUES TABLE UNNEST x a b * t"
        .split(" "),
      ...functions.slice(0, 2),
      "'read_csv'",
      '"read_csv"',
      ..."( ) , . ; = & -- /* */ ' \" `".split(" "),
    ];
    const sentence = fc.array(fc.constantFrom(...words), { maxLength: 12 });
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const query = ["SELECT * FROM", ...before, `'read_csv'('${path}')`, ...after].join(" ");
        assert.ok(!outcomeOf(query).includes(secret), query);
        const inside = ["SELECT", ...before, `('${path}')`, ...after].join(" ");
        assert.ok(!outcomeOf(inside).includes(secret), inside);
      }),
      { numRuns: 2000 },
    );
  });
});
