import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HealerError, type Problem } from "@/pipeline/problem.ts";
import { checkQuery } from "@/pipeline/sql/check_query.ts";

function refusalOf(query: string): Problem {
  try {
    checkQuery(query, ["a", "b"]);
  } catch (error) {
    if (error instanceof HealerError) return error.problem;
    throw error;
  }
  throw new Error(`It passes: ${query}`);
}

describe("what a query may be", () => {
  it("is any SELECT over its tables", () => {
    const queries = [
      "SELECT * FROM a",
      "select x as \"from\", 'read_csv(''x'')' as t from a;",
      'SELECT "a"."my col", b.w FROM a JOIN b ON a.g = b.g AND a.x = -b.x',
      "WITH c AS (SELECT * FROM a), d AS (SELECT g, avg(x) AS m FROM c GROUP BY g) SELECT * FROM d",
      "SELECT x FROM (SELECT x FROM a UNION ALL SELECT w FROM b) AS both WHERE x IN (SELECT w FROM b)",
      "SELECT EXTRACT(year FROM t), SUBSTRING(g FROM 1 FOR 2), TRIM(BOTH 'q' FROM g) FROM a",
      "SELECT x FROM a WHERE x IS NOT DISTINCT FROM 2 AND g IS DISTINCT FROM 'p'",
      "SELECT CASE WHEN (x > 2) THEN 'hi' ELSE (g) END AS c, CAST(x AS DECIMAL(5, 2)) FROM a",
      "SELECT g, count(*) FILTER (WHERE x > 1) OVER (PARTITION BY g ORDER BY x) FROM a LIMIT 10",
      "SELECT x -- read_csv('/etc/passwd')\n, /* DROP TABLE a; /* nested */ */ g FROM a",
      "SELECT * EXCLUDE (t) FROM a JOIN (b JOIN a AS e ON b.w = e.x) ON a.x = e.x",
      "SELECT 从, `".slice(0, 9) + ' "名 称" FROM a',
      'SELECT load, a.set, "into", call FROM a WINDOW w AS (PARTITION BY x)',
      "SELECT x=-1, x>-1, x::double, a.* FROM a QUALIFY row_number() OVER (ORDER BY x) = 1",
    ];
    for (const query of queries) checkQuery(query, ["a", "b"]);
  });

  it("goes on as what was checked, each part at its place", () => {
    const query = 'SELECT /* x\ny */ "q" -- z\nFROM a;';
    const { text } = checkQuery(query, ["a"]);
    assert.equal(text, 'SELECT     \n     "q"     \nFROM a');
  });
});

/** A query that must be refused: what it tries, the query, the code and the place of what is wrong. */
const refused: readonly (readonly [string, string, string, string?])[] = [
  ["nothing", " -- only a comment\n", "sql/empty"],
  ["a table function", "SELECT *\nFROM read_csv('/x')", "sql/table-function", "2:6"],
  ["one in capitals", "SELECT * FROM READ_CSV('/x')", "sql/table-function", "1:15"],
  ["one in quotes", "SELECT * FROM \"read_csv\"('/x')", "sql/table-function"],
  ["one as a text", "SELECT * FROM 'read_csv'('/x')", "sql/text-as-table"],
  ["one behind DISTINCT", "SELECT DISTINCT FROM 'read_csv'('/x')", "sql/text-as-table"],
  ["one in backticks", "SELECT * FROM `read_csv`('/x')", "sql/odd-character", "1:15"],
  ["one behind a comment", "SELECT * FROM read_csv/* */('/x')", "sql/table-function"],
  ["one behind a line", "SELECT * FROM read_csv --\n('/x')", "sql/table-function"],
  ["one behind a schema", "SELECT * FROM s.read_csv('/x')", "sql/qualified-table"],
  ["one in a join", "SELECT * FROM a JOIN read_parquet('/x') ON 1 = 1", "sql/table-function"],
  ["one behind a comma", "SELECT * FROM a, read_ipc('/x')", "sql/table-function"],
  [
    "one in a subquery",
    "SELECT * FROM a WHERE x IN (SELECT x FROM read_json('/x'))",
    "sql/table-function",
  ],
  ["one in WITH", "WITH c AS (SELECT * FROM read_csv('/x')) SELECT * FROM c", "sql/table-function"],
  ["one in a union", "SELECT x FROM a UNION SELECT * FROM read_csv('/x')", "sql/table-function"],
  ["one in parentheses", "SELECT * FROM (read_csv('/x'))", "sql/table-function"],
  ["one as LATERAL", "SELECT * FROM a, LATERAL read_csv('/x')", "sql/forbidden-word"],
  ["one in TABLE", "SELECT * FROM TABLE(read_csv('/x'))", "sql/table-function"],
  ["one as a value", "SELECT read_csv('/x') FROM a", "sql/unknown-function", "1:8"],
  ["one as a member", "SELECT a.read_csv('/x') FROM a", "sql/unknown-function"],
  ["a member that is known", "SELECT a.abs(x) FROM a", "sql/unknown-function"],
  ["one with columns", "SELECT * FROM a AS read_csv('/x')", "sql/unknown-function"],
  ["UNNEST as a table", "SELECT * FROM UNNEST(x) AS t", "sql/table-function"],
  ["a Kelvin sign", "SELECT * FROM READ_CSV\u212a('/x')", "sql/table-function"],
  ["a file", "SELECT * FROM '/etc/passwd'", "sql/text-as-table", "1:15"],
  ["a file behind a comment", "SELECT * FROM /* a */ 'x.csv'", "sql/text-as-table"],
  ["a file as a name", 'SELECT * FROM "x.csv"', "sql/unknown-table"],
  ["another table", "SELECT * FROM users", "sql/unknown-table"],
  ["a table that is not there", "SELECT * FROM a JOIN c ON a.x = c.x", "sql/unknown-table", "1:22"],
  ["a table in capitals", "SELECT * FROM A", "sql/unknown-table"],
  ["DROP", "DROP TABLE a", "sql/not-select", "1:1"],
  ["CREATE", "create table z as select * from a", "sql/not-select"],
  ["VALUES", "VALUES (1)", "sql/not-select"],
  ["FROM first", "FROM a", "sql/not-select"],
  ["parentheses first", "(SELECT * FROM a)", "sql/not-select"],
  ["SHOW", "SHOW TABLES", "sql/not-select"],
  ["EXPLAIN", "EXPLAIN SELECT * FROM a", "sql/not-select"],
  ["COPY", "COPY a TO 'x'", "sql/not-select"],
  ["a statement in WITH", "WITH c AS (DELETE FROM a) SELECT * FROM c", "sql/forbidden-word"],
  ["a statement as a table", "SELECT * FROM (DELETE FROM a)", "sql/unknown-table"],
  ["rows out of nothing", "SELECT * FROM (VALUES (1)) AS v", "sql/table-function"],
  ["INTO", "SELECT * INTO z FROM a", "sql/forbidden-word"],
  ["two statements", "SELECT 1;\nSELECT 2", "sql/several-statements", "1:9"],
  ["a second one that is empty", "SELECT 1;;", "sql/several-statements"],
  ["an open text", "SELECT 'x FROM a", "sql/open-quote", "1:8"],
  ["an open name", 'SELECT "x FROM a', "sql/open-quote"],
  ["an open comment", "SELECT /* /* */ x FROM a", "sql/open-comment", "1:8"],
  ["a text with escapes", "SELECT E'\\' FROM a", "sql/run-together"],
  ["a text in Unicode", "SELECT U&'x' FROM a", "sql/run-together"],
  ["a text in dollars", "SELECT $$x$$", "sql/odd-character"],
  ["brackets", "SELECT [x] FROM a", "sql/odd-character"],
  ["a Chinese comma", "SELECT x，g FROM a", "sql/odd-character", "1:9"],
  ["a hard blank", "SELECT\u00a0x FROM a", "sql/odd-character"],
  ["an arrow", "SELECT x->'y' FROM a", "sql/run-together"],
  ["a function nobody knows", "SELECT rouund(x) FROM a", "sql/unknown-function"],
];

describe("what a query may not be", () => {
  for (const [what, query, code, place] of refused) {
    it(`refuses ${what}`, () => {
      const problem = refusalOf(query);
      assert.equal(problem.code, code, problem.message.en);
      const { line, column } = problem.place;
      if (place !== undefined) assert.equal(`${line}:${column}`, place);
      else if (code !== "sql/empty") assert.ok(line !== undefined && column !== undefined);
      assert.match(problem.message.en, /^Cannot .*\.$/);
      assert.match(problem.message.zh, /\p{Script=Han}/u);
    });
  }

  it("names what is near", () => {
    assert.match(refusalOf("SELECT rouund(x) FROM a").hint.en, /"round"/);
    assert.match(refusalOf("SELECT * FROM aa").hint.en, /"a", "b"/);
  });

  it("refuses what is too long or too deep, with its place, before it is run", () => {
    const long = `SELECT ${"x + ".repeat(49_000)}x FROM a`;
    assert.equal(refusalOf(long).code, "sql/too-long");
    const deep = `SELECT ${"(".repeat(40)}x${")".repeat(40)} FROM a`;
    assert.equal(refusalOf(deep).code, "sql/too-deep");
    assert.equal(refusalOf(`SELECT ${"(".repeat(90_000)}`).code, "sql/too-deep");
  });
});
