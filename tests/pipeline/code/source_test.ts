import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { textsOf } from "@/pipeline/code/table_bytes.ts";
import { assertProblem, problemOf } from "./code_problem.ts";
import { runSource } from "./run_source.ts";

describe("code", () => {
  it("is TypeScript: types, generics, enums, and what JavaScript has", async () => {
    const { log } = await runSource(`
      enum Level { Low = 3, High }
      type Row = { readonly load: number };
      interface Named<T> { name: T }
      function first<T extends object>(rows: T[]): T { return rows[0]!; }
      const row = first(table.objects() as Row[]);
      const named: Named<string> = { name: "x" } satisfies Named<string>;
      namespace Inner { export const five = 5; }
      console.log(row.load, Level.High, named.name, Inner.five, await Promise.resolve(7));
    `);
    assert.deepEqual(log, ["1 4 x 5 7"]);
  });

  it("reads its tables by their names, with holes as NaN in numbers and null elsewhere", async () => {
    const { log } = await runSource("for (const row of table.objects()) console.log(row)");
    assert.deepEqual(log, [
      "{ load: 1, host: 'db-1', up: true, at: 1970-01-01T00:00:00.000Z }",
      "{ load: NaN, host: null, up: false, at: 2001-09-09T01:46:40.000Z }",
      "{ load: 3, host: '数据库', up: null, at: null }",
    ]);
  });

  it("may call its own variables as it likes", async () => {
    const { table } = await runSource("const table = [{ a: 1 }], aq = 2; return table;");
    assert.equal(table?.columns[0]?.name, "a");
  });

  it("draws the same random numbers with the same seed, also inside arquero", async () => {
    const source = `return aq.table({ a: [Math.random(), Math.random()] })
      .derive({ b: () => aq.op.random() }).sample(2)`;
    const runs = await Promise.all([1, 1, 2].map((seed) => runSource(source, { seed })));
    const [first, second, other] = runs.map(({ table }) => table);
    assert.deepEqual(first, second);
    assert.notDeepEqual(first, other);
  });

  it("gets nothing of the program's own, and no other table than its own", async () => {
    const { log } = await runSource(
      "console.log(typeof Deno, typeof Worker, typeof postMessage, typeof caches, typeof b)",
    );
    assert.deepEqual(log, [Array(5).fill("undefined").join(" ")]);
  });
});

describe("what is wrong with code is said with its line and column", () => {
  for (
    const [what, source, code, says, line, column] of [
      ["syntax", "const a = 1;\nconst b: = 2;", "syntax", /Unexpected token `=`/, 2, 10],
      ["a text without an end", 'let a = 1;\n\n  let b = "x', "syntax", /Unterminated/, 3, 11],
      ["a brace too few", "if (true) {\n  console.log(1);", "syntax", /Expected '}'/, 2, 18],
      ["a brace too many", "const a = 1;\n}", "syntax", /Expression expected/, 2, 2],
      ["a name twice", "const a = 1;\n  const a = 2;", "syntax", /already been declared\.$/, 2, 9],
      ["a static import", 'import fs from "node:fs";', "syntax", /import/, 1, 1],
      ["an unknown name", "const a = 1;\nnope(a);", "thrown", /nope is not defined/, 2, 1],
      [
        "an error in a function behind types and an enum",
        "enum E { A }\ninterface I { a: string }\nfunction f(x: number): void {\n" +
        "  throw new RangeError(`no ${x}`);\n}\nf(E.A);",
        "thrown",
        /RangeError: no 0/,
        4,
        9,
      ],
      [
        "an error after an await",
        "await Promise.resolve();\nnull.x;",
        "thrown",
        /Cannot read properties of null/,
        2,
        6,
      ],
      [
        "an error in a timer",
        "setTimeout(() => {\n  throw new Error('late');\n});\nawait new Promise(() => {});",
        "thrown",
        /late/,
        2,
        9,
      ],
      [
        "a promise that nobody waits for",
        "Promise.reject(new Error('lost'));\nawait new Promise(() => {});",
        "thrown",
        /lost/,
        1,
        16,
      ],
      ["a request", 'await 1;\nawait fetch("http://localhost/");', "denied", /net access/, 2, 7],
      ["the runtime", "const a = 1;\nDeno.exit();", "denied", /Deno is not defined/, 2, 1],
    ] as const
  ) {
    it(what, async () => {
      const { place } = await assertProblem(source, `code/${code}`, says);
      assert.deepEqual(place, { param: "source", line, column });
    });
  }
});

describe("what is thrown and is no Error", () => {
  for (
    const [source, says] of [
      ['throw "broken"', /no Error \(string\): broken\.$/],
      ["throw 7", /\(number\): 7\.$/],
      ["throw undefined", /\(undefined\)/],
      ["throw null", /\(null\)/],
      ["throw { a: 1, b: 2 }", /\(object\): \{ a, b \}\.$/],
      [
        "throw Object.fromEntries(Array.from({ length: 1e5 }, (_, i) => ['k' + i, i]))",
        /k0, k1, .*…/,
      ],
      ['throw "x".repeat(1e8)', /x{100}…$/],
      ["throw Symbol('s')", /\(symbol\): Symbol\(s\)/],
      ["throw new Proxy({}, { ownKeys() { throw 1; } })", /\(object\)/],
      ["throw { get message() { throw 1; }, toString() { throw 2; } }", /\(object\)/],
    ] as const
  ) {
    it(`is told in short: ${source}`, async () => {
      const { message } = await assertProblem(source, "code/thrown", says);
      assert(message.en.length < 1000);
    });
  }

  it("is told in short where an Error lies about itself", async () => {
    const { message } = await problemOf(
      "const e = new Error(); Object.defineProperty(e, 'stack', { get() { throw e; } }); throw e;",
    );
    assert(message.en.length < 200);
  });
});

describe("a table that code returns", () => {
  it("may be of arquero, filtered and sorted, or an array of objects", async () => {
    const { table } = await runSource(
      "return table.filter((d) => d.load > 0).orderby(aq.desc('load')).select('host', 'load')",
    );
    assert.deepEqual(table?.columns.map(({ name }) => name), ["host", "load"]);
    const [host, load] = table?.columns ?? [];
    assert(host?.type === "text" && load?.type === "number");
    assert.deepEqual(textsOf(host), ["数据库", "db-1"]);
    assert.deepEqual(load.values, Float64Array.of(3, 1));
  });

  it("has the columns of all its objects; what is not there, null, undefined and NaN are holes", async () => {
    const { table } = await runSource(
      "return [{ a: 1 }, { a: null, b: 'x' }, { a: NaN, c: new Date(5) }, { a: Infinity, d: true }, " +
        "{ a: undefined, b: '', c: new Date(NaN), d: null, a2: 7n }]",
    );
    assert.equal(table?.rows, 5);
    const [a, b, c, d, a2] = table?.columns ?? [];
    assert(a?.type === "number" && b?.type === "text" && c?.type === "time");
    assert(d?.type === "boolean" && a2?.type === "number");
    assert.deepEqual(a.values, Float64Array.of(1, NaN, NaN, Infinity, NaN));
    assert.deepEqual(textsOf(b), [null, "x", null, null, ""]);
    assert.deepEqual(c.values, Float64Array.of(NaN, NaN, 5, NaN, NaN));
    assert.deepEqual(d.values, Uint8Array.of(2, 2, 2, 1, 2));
    assert.deepEqual(a2.values, Float64Array.of(NaN, NaN, NaN, NaN, 7));
  });

  it("may be nothing at all", async () => {
    const { table, outcome } = await runSource("console.log(1)");
    assert.equal(table, undefined);
    assert.deepEqual(outcome.figures, []);
  });

  for (
    const [what, source, code, says] of [
      ["a number", "return 3", "returned", /it is a number\.$/],
      ["a function", "return () => 1", "returned", /it is a function\.$/],
      ["an object", "return { rows: [] }", "returned", /an object with the keys rows\.$/],
      ["itself in itself", "const a: any = {}; a.a = a; return a", "returned", /the keys a\.$/],
      ["a Map", "return new Map()", "returned", /a Map\.$/],
      ["numbers", "return [1, 2]", "returned", /an array with a number\.$/],
      ["objects and others", "return [{ a: 1 }, null]", "returned", /an array with null\.$/],
      ["no figure", "return { figures: [{ a: 1 }] }", "returned", /an object with the keys a\.$/],
      ["no rows", "return []", "no-rows", /no rows or no columns/],
      ["no columns", "return [{}]", "no-rows", /no rows or no columns/],
      ["no row left", "return table.filter(() => false)", "no-rows", /no rows/],
      [
        "a cell of objects",
        "return [{ a: 1 }, { a: { b: 1 } }]",
        "cell",
        /"a".*row 2.*type Object/,
      ],
      ["a cell of functions", "return [{ a: () => 1 }]", "cell", /row 1 .*type function/],
      ["a large BigInt", "return [{ a: 2n ** 70n + 1n }]", "cell", /row 1 .*type BigInt/],
      ["a time out of reach", "return [{ a: new Date(8.64e15) }]", "cell", /row 1 .*type Date/],
      [
        "two types",
        "return [{ a: null }, { a: 1 }, { a: 'x' }]",
        "mixed",
        /"a".*numbers, but row 3 .*texts/,
      ],
      [
        "unequal columns",
        "return aq.table({ a: [1, 2], b: [1] })",
        "lengths",
        /"b" has 1 rows, the table 2/,
      ],
      [
        "a name twice",
        "return aq.table([['a', [1]], ['a', [2]]])",
        "column-name",
        /two columns.*"a"/,
      ],
      ["no name", "return [{ '': 1 }]", "column-name", /has no name/],
      ["a long name", "return [{ ['x'.repeat(5000)]: 1 }]", "column-name", /1000 characters/],
      [
        "10⁷ rows",
        "return aq.table({ a: new Float64Array(1e7) })",
        "size",
        /10,000,000 rows, and 1,000,000/,
      ],
      [
        "10,000 columns",
        "return [Object.fromEntries(Array.from({ length: 1e4 }, (_, i) => ['c' + i, 1]))]",
        "size",
        /columns, and 2,000/,
      ],
      [
        "too many cells",
        "const c = new Float64Array(1e6); " +
        "return aq.table(Object.fromEntries(Array.from({ length: 60 }, (_, i) => ['c' + i, c])))",
        "size",
        /60,000,000 cells .*and 50,000,000/,
      ],
      [
        "too long texts in a figure",
        "return { type: 'plot', marks: ['数'.repeat(2e6)] }",
        "size",
        /6,000,\d{3} bytes .*figures, and 4,000,000/,
      ],
      [
        "figures nested in many objects",
        "let a: unknown = 1; for (let i = 0; i < 1e5; i++) a = [a]; return { type: 'plot', marks: a }",
        "bad-figure",
        /figure 1 .*nested too deep/,
      ],
      [
        "an option of a plot that is called a million letters",
        "Plot.plot({ ['x'.repeat(1e6)]: 1 })",
        "plot",
        /…$/,
      ],
      [
        "too long texts",
        "return aq.table({ a: Array.from({ length: 300 }, () => 'x'.repeat(1e6)) })",
        "size",
        /bytes of text, and/,
      ],
    ] as const
  ) {
    it(`is refused where it is, or holds, ${what}`, async () => {
      await assertProblem(source, `code/${code}`, says);
    });
  }
});
