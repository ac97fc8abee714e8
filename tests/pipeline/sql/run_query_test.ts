import assert from "node:assert/strict";
import { describe, it } from "node:test";
import pl from "nodejs-polars";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { checkQuery } from "@/pipeline/sql/check_query.ts";
import { runQuery } from "@/pipeline/sql/run_query.ts";

const tables = {
  a: pl.DataFrame({
    x: [1, 2, 3, 4],
    g: ["p", "q", "p", null],
    "my col": [1.5, null, 2.5, 3],
    "cpu.busy.pct": [1, 2, 3, 4],
    "名称": ["甲", "乙", "丙", "丁"],
    'a "quote"': [true, false, true, true],
    select: [1, 1, 2, 2],
  }),
  b: pl.DataFrame({ g: ["p", "q", "r"], w: [10, 20, 30] }),
};

function rowsOf(query: string): unknown[][] {
  return runQuery(checkQuery(query, ["a", "b"]), tables).rows();
}

function problemOf(query: string): Problem {
  try {
    rowsOf(query);
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error(`It runs: ${query}`);
}

describe("a query over tables", () => {
  it("joins, groups, orders and computes", () => {
    assert.deepEqual(rowsOf("SELECT a.x, b.w FROM a JOIN b ON a.g = b.g"), [[1, 10], [2, 20], [
      3,
      10,
    ]]);
    assert.deepEqual(
      rowsOf("SELECT g, count(*) AS n, sum(x) AS s FROM a GROUP BY g HAVING count(*) > 1"),
      [["p", 2, 4]],
    );
    assert.deepEqual(
      rowsOf(
        "WITH c AS (SELECT x, CASE WHEN x > 2 THEN 'hi' ELSE 'lo' END AS k FROM a) " +
          "SELECT k, max(x) AS m FROM c GROUP BY k ORDER BY m DESC",
      ),
      [["hi", 4], ["lo", 2]],
    );
    assert.deepEqual(
      rowsOf("SELECT x, row_number() OVER (PARTITION BY g ORDER BY x) AS r FROM a WHERE g = 'p'"),
      [[1, 1], [3, 2]],
    );
  });

  it("names columns whatever they are called", () => {
    assert.deepEqual(
      rowsOf('SELECT "my col", 名称, "a ""quote""", "select" FROM a LIMIT 1'),
      [[1.5, "甲", true, 1]],
    );
  });

  it("gives its rows in the same order each time", () => {
    const many = pl.DataFrame({
      k: Array.from({ length: 20_000 }, (_, row) => `k${(row * 7919) % 5000}`),
      v: Array.from({ length: 20_000 }, (_, row) => row % 3),
    });
    const queries = [
      "SELECT k, count(*) AS n FROM a GROUP BY k",
      "SELECT DISTINCT k FROM a",
      "SELECT k FROM a UNION SELECT k FROM a",
      "SELECT k, max(v) AS m FROM a GROUP BY k ORDER BY m DESC LIMIT 50",
      "SELECT k FROM a ORDER BY v LIMIT 10 OFFSET 5",
      "SELECT * FROM a JOIN a AS other ON a.k = other.k WHERE a.v = 1",
    ];
    for (const query of queries) {
      const run = (): unknown => runQuery(checkQuery(query, ["a"]), { a: many }).rows();
      const first = run();
      for (let again = 0; again < 4; again++) assert.deepEqual(run(), first, query);
    }
    const kept = runQuery(checkQuery("SELECT v, k FROM a WHERE v > 0", ["a"]), { a: many });
    const rows = many.rows().filter(([, v]) => v !== 0).map(([k, v]) => [v, k]);
    assert.deepEqual(kept.rows(), rows);
  });
});

describe("what Polars has against a query", () => {
  const wrong: readonly (readonly [string, string, string | undefined, RegExp])[] = [
    ["SELECT x,\n  nope FROM a", "sql/unknown-column", "2:3", /no column "nope"/],
    ["SELECT nama FROM (SELECT x AS name FROM a) AS t", "sql/unknown-column", "1:8", /"nama"/],
    ["SELECT a.nope FROM a", "sql/unknown-column", "1:10", /"nope"/],
    ["SELECT t.x FROM a", "sql/unknown-column", "1:8", /"t"/],
    ['SELECT x FROM a WHERE g = "p"', "sql/unknown-column", "1:27", /"p"/],
    ["SELECT x x, x FROM a", "sql/duplicate-column", undefined, /two columns/],
    ["SELECT *, * FROM a", "sql/duplicate-column", undefined, /two columns/],
    ["SELECT x, FROM a WHERE", "sql/syntax", undefined, /Cannot read/],
    ["SELECT x g h FROM a", "sql/syntax", "1:12", /"h"/],
    ["SELECT 名称 g h FROM a", "sql/syntax", "1:13", /"h"/],
    ["SELECT (x FROM a", "sql/syntax", "1:11", /"FROM"/],
    ["SELECT x + g AS s FROM a", "sql/refused", undefined, /arithmetic on string/],
    ["SELECT sum(g) AS s FROM a", "sql/refused", undefined, /sum/],
    ["SELECT x FROM a WHERE EXISTS (SELECT 1 FROM b)", "sql/refused", "1:23", /use IN/],
    ["SELECT x FROM a WHERE x > 1e3", "sql/refused", "1:27", /1e3/],
    ["SELECT * FROM a, b", "sql/refused", "1:16", /JOIN/],
  ];
  for (const [query, code, place, words] of wrong) {
    it(`is said in words: ${query.replaceAll("\n", " ")}`, () => {
      const problem = problemOf(query);
      assert.equal(problem.code, code, problem.message.en);
      assert.match(problem.message.en, words);
      const { line, column } = problem.place;
      if (place !== undefined) assert.equal(`${line}:${column}`, place);
      const said = JSON.stringify([problem.message, problem.hint]);
      assert.doesNotMatch(said, /Resolved plan|FAILED HERE|DF \[|Span|TokenWithSpan/);
    });
  }

  it("tells a column with points in its name that stands without quotes", () => {
    for (const query of ["SELECT cpu.busy.pct FROM a", "SELECT x FROM a WHERE CPU.Busy.Pct > 1"]) {
      const { message, hint, place } = problemOf(query);
      assert.match(message.en, /"cpu\.busy\.pct" is written without quotes/);
      assert.match(hint.en, /double quotes: "cpu\.busy\.pct"/);
      assert.equal(place.column, query.search(/cpu\.busy/i) + 1);
    }
  });

  it("names the columns that are near, else those there are", () => {
    assert.match(problemOf('SELECT "my cal" FROM a').hint.en, /"my col"/);
    assert.match(problemOf("SELECT zzzz FROM b").hint.en, /"g", "w"/);
  });
});
