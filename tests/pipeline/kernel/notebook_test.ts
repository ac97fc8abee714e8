import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  kindsByName,
  type Notebook,
  notebookLimits,
  parseNotebook,
  printNotebook,
} from "@/pipeline/kernel/notebook.ts";
import { sharedFile, skipWithout } from "../../shared.ts";
import { thrownBy } from "./problem_of.ts";
import { cellKinds } from "./test_cells.ts";

const kinds = kindsByName(cellKinds);

const cellId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,10}$/);
const params = fc.dictionary(fc.string({ unit: "binary" }), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 4,
});
const port = fc.string().filter((name) => name !== "__proto__");
const cell = fc.record({
  id: cellId,
  kind: fc.string({ minLength: 1 }),
  title: fc.string({ unit: "binary" }),
  params,
  inputs: fc.dictionary(port, cellId, { maxKeys: 2 }),
}, { requiredKeys: ["id", "kind", "params"] });
const notebook: fc.Arbitrary<Notebook> = fc.record({
  format: fc.constant(1 as const),
  title: fc.string({ unit: "binary" }),
  cells: fc.uniqueArray(cell, { selector: ({ id }) => id, maxLength: 6 }),
  exposed: fc.array(fc.record({ cell: cellId, param: fc.string() }), { maxLength: 2 }),
}, { requiredKeys: ["format", "title", "cells"] });

function parse(document: unknown) {
  return parseNotebook(typeof document === "string" ? document : JSON.stringify(document), kinds);
}

function withCells(...cells: unknown[]) {
  return { format: 1, title: "Test", cells };
}

describe("printNotebook", () => {
  it("writes what parseNotebook reads back", () => {
    fc.assert(fc.property(notebook, (notebook) => {
      const printed = printNotebook(notebook);
      const again = parse(printed).notebook;
      assert.equal(JSON.stringify(sorted(again)), JSON.stringify(sorted(notebook)));
      assert.equal(printNotebook(again), printed);
    }));
  });

  it("keeps keys in a fixed order, so that a change is a change of few lines", () => {
    const text = printNotebook({
      cells: [{ params: { plus: 1, a: [1] }, inputs: { table: "n" }, kind: "add", id: "x" }],
      title: "标题",
      format: 1,
    });
    assert.equal(
      text,
      `{
  "format": 1,
  "title": "标题",
  "cells": [
    {
      "id": "x",
      "kind": "add",
      "params": {
        "a": [
          1
        ],
        "plus": 1
      },
      "inputs": {
        "table": "n"
      }
    }
  ]
}
`,
    );
  });
});

describe("parseNotebook", () => {
  it("gives the notebook with its params as they were written", () => {
    const { notebook, problems } = parse(withCells({ id: "n", kind: "number" }));
    assert.deepEqual(notebook, {
      format: 1,
      title: "Test",
      cells: [{ id: "n", kind: "number", params: {} }],
    });
    assert.deepEqual(problems, []);
  });

  it("reads a file with a byte order mark", () => {
    assert.equal(parse(`\ufeff${JSON.stringify(withCells())}`).notebook.title, "Test");
  });

  it("says where JSON is broken", () => {
    const problem = thrownBy(() => parse('{\n  "format": 1,\n  "title": "x"\n  "cells": []\n}'));
    assert.equal(problem.code, "notebook/not-json");
    assert.deepEqual(problem.place, { line: 4, column: 3 });
    assert.match(problem.message.en, /line 4, column 3/);
    assert.match(problem.message.zh, /第 4 行第 3 列/);
  });

  it("refuses what is no notebook", () => {
    for (
      const document of [null, [], 1, "x", {}, { format: "1" }, { format: 0 }, { format: 1.5 }]
    ) {
      const problem = thrownBy(() => parse(JSON.stringify(document)));
      assert.equal(problem.code, "notebook/not-a-notebook", JSON.stringify(document));
    }
  });

  it("refuses a notebook from the future and says what to do", () => {
    const problem = thrownBy(() => parse({ format: 7, title: "x", new: {} }));
    assert.equal(problem.code, "notebook/from-the-future");
    assert.match(problem.message.en, /format 7/);
    assert.match(problem.hint.en, /Update/);
  });

  it("refuses two cells of one id", () => {
    const cell = { id: "n", kind: "number" };
    const problem = thrownBy(() => parse(withCells(cell, cell)));
    assert.equal(problem.code, "notebook/duplicate-cell");
    assert.deepEqual(problem.place, { cell: "n" });
  });

  it("refuses more than 1,000 cells, before it looks at them", () => {
    const problem = thrownBy(() => parse(withCells(...Array(10_000).fill({ broken: true }))));
    assert.equal(problem.code, "notebook/too-many-cells");
    assert.match(problem.message.en, /10,000 cells/);
    const most = Array.from({ length: 1000 }, (_, index) => ({ id: `c${index}`, kind: "number" }));
    assert.equal(parse(withCells(...most)).notebook.cells.length, 1000);
  });

  it("refuses text of absurd length", () => {
    const problem = thrownBy(() => parse(" ".repeat(notebookLimits.characters + 1)));
    assert.equal(problem.code, "notebook/too-large");
  });

  const shapes: [string, unknown, string, RegExp, RegExp][] = [
    ["no title", { format: 1, cells: [] }, "bad-field", /"title"/, /a text/],
    ["cells that are no list", { format: 1, title: "", cells: {} }, "bad-field", /"cells"/, /list/],
    ["an unknown field", { ...withCells(), sells: 1 }, "bad-field", /"sells"/, /"title", "cells"/],
    ["a cell that is no object", withCells(3), "bad-cell-field", /cell 1/, /object/],
    ["a cell without a kind", withCells({ id: "a" }), "bad-cell-field", /"kind".*"a"/, /text/],
    [
      "an unknown field of a cell",
      withCells({ id: "a", kind: "add", param: {} }),
      "bad-cell-field",
      /"param" of the cell "a"/,
      /"params"/,
    ],
    [
      "params that are no object",
      withCells({ id: "a", kind: "add", params: [] }),
      "bad-cell-field",
      /"params" of the cell "a"/,
      /an object of params/,
    ],
    ["a cell without an id", withCells({ kind: "add" }), "bad-id", /"id" of cell 1/, /letters/],
    [
      "an id with a dot",
      withCells({ id: "a.b", kind: "add" }),
      "bad-id",
      /"id".*"a\.b"/,
      /letters/,
    ],
    [
      "an input that is no id",
      withCells({ id: "a", kind: "add", inputs: { table: "../b" } }),
      "bad-id",
      /"inputs.table" of the cell "a"/,
      /letters/,
    ],
  ];
  for (const [what, document, code, message, hint] of shapes) {
    it(`refuses ${what} and names the place`, () => {
      const problem = thrownBy(() => parse(document));
      assert.equal(problem.code, `notebook/${code}`);
      assert.match(problem.message.en, message);
      assert.match(problem.hint.en, hint);
    });
  }

  it("refuses params nested too deep", () => {
    const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    const text = `{"format":1,"title":"","cells":[{"id":"a","kind":"add","params":${deep}}]}`;
    assert.equal(thrownBy(() => parse(text)).code, "notebook/bad-cell-field");
  });

  it("keeps a cell of unknown kind, with a problem that names close kinds", () => {
    const { notebook, problems } = parse(withCells({ id: "x", kind: "nubmer" }));
    assert.equal(notebook.cells.length, 1);
    assert.equal(problems[0]?.code, "notebook/unknown-kind");
    assert.deepEqual(problems[0]?.place, { cell: "x" });
    assert.match(problems[0]?.hint.en ?? "", /"number"/);
  });

  it("keeps a cell with bad params, with a problem that names cell, param and what is allowed", () => {
    const { problems } = parse(withCells(
      { id: "low", kind: "number", params: { value: -1 } },
      { id: "typo", kind: "number", params: { valeu: 1 } },
      { id: "good", kind: "number" },
      { id: "missing", kind: "fail" },
    ));
    assert.deepEqual(problems.map(({ code }) => code), Array(3).fill("notebook/bad-param"));
    assert.deepEqual(problems.map(({ place }) => place), [
      { cell: "low", param: "value" },
      { cell: "typo", param: "valeu" },
      { cell: "missing", param: "how" },
    ]);
    assert.equal(problems[0]?.hint.en, "Allowed: a value of at least 0.");
    assert.match(problems[1]?.hint.en ?? "", /"value"/);
    assert.match(problems[2]?.hint.en ?? "", /problem, error/);
  });

  const naughty = sharedFile("badinput/blns/blns.json");
  it(
    "gives a clear error or the same text back for every naughty string",
    skipWithout(naughty),
    () => {
      const strings: string[] = JSON.parse(Deno.readTextFileSync(naughty ?? ""));
      assert(strings.length > 400);
      for (const text of strings) {
        assert.equal(parse({ ...withCells(), title: text }).notebook.title, text);
        const { problems } = parse(
          withCells({ id: "a", kind: text || "?", params: { [text]: text } }),
        );
        assert.equal(problems[0]?.code, "notebook/unknown-kind");
        const id = thrownBy(() =>
          parse(withCells({ id: text === "" ? "." : `.${text}`, kind: "add" }))
        );
        assert.equal(id.code, "notebook/bad-id");
      }
    },
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.keys(value).sort().map((key) => [
      key,
      sorted(new Map<string, unknown>(Object.entries(value)).get(key)),
    ]),
  );
}
