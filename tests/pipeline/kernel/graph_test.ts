import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isOptional, takesValue } from "@/pipeline/cells/port.ts";
import { valueTypes } from "@/pipeline/cells/value.ts";
import { ancestors, buildGraph, descendants, type NotebookGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { cellKinds } from "./test_cells.ts";

const kinds = kindsByName(cellKinds);

/** `[id, kind]`, `[id, kind, inputs]` */
type Shorthand = [string, string, Record<string, string>?];

function graphOf(...cells: Shorthand[]): NotebookGraph {
  const full = cells.map(([id, kind, inputs]): NotebookCell => ({
    id,
    kind,
    params: {},
    ...(inputs === undefined ? {} : { inputs }),
  }));
  return buildGraph({ format: 1, title: "", cells: full }, kinds);
}

/** `from > to` for every wire. */
function wires(graph: NotebookGraph): string[] {
  return [...graph].flatMap(([id, { wires }]) =>
    [...wires].map(([port, source]) => `${source.cell}.${source.port} > ${id}.${port}`)
  );
}

/** Cell → code of its problem. */
function problems(graph: NotebookGraph): Record<string, string> {
  return Object.fromEntries([...graph].flatMap(([id, { problem }]) => {
    if (problem === undefined) return [];
    assert.equal(problem.place.cell, id);
    assert.match(problem.message.en, /^Cannot .*\.$/);
    return [[id, problem.code]];
  }));
}

describe("buildGraph", () => {
  it("connects a cell to the nearest one above that gives what it takes", () => {
    const graph = graphOf(["n", "number"], ["a", "add"], ["m", "learn"], ["b", "add"]);
    assert.deepEqual(wires(graph), [
      "n.table > a.table",
      "a.table > m.table",
      "a.table > b.table",
    ]);
    assert.deepEqual(problems(graph), {});
  });

  it("connects a cell to the one it names", () => {
    const graph = graphOf(["n", "number"], ["a", "add"], ["s", "sum", { left: "n" }]);
    assert.deepEqual(wires(graph), ["n.table > a.table", "n.table > s.left", "a.table > s.right"]);
  });

  it("finds what a cell takes and nobody gives", () => {
    const graph = graphOf(["a", "add"], ["n", "number"], ["b", "add"]);
    assert.deepEqual(problems(graph), { a: "graph/missing-input" });
    assert.deepEqual(wires(graph), ["n.table > b.table"]);
    assert.match(graph.get("a")?.problem?.hint.en ?? "", /gives a table/);
  });

  it("finds a wire of the wrong type, and the cell that would do instead", () => {
    const graph = graphOf(["n", "number"], ["m", "learn"], ["a", "add", { table: "m" }]);
    assert.deepEqual(problems(graph), { a: "graph/wrong-type" });
    const problem = graph.get("a")?.problem;
    assert.match(problem?.message.en ?? "", /takes a table, but the cell "m" gives a model/);
    assert.equal(problem?.hint.en, 'Read the cell "n" instead.');
    assert.equal(problem?.hint.zh, "可改为读取单元“n”。");
  });

  it("reads any value that holds rows at a port for them, a table before others", () => {
    const above: Shorthand[] = [["n", "number"], ["m", "learn"], ["j", "judge"]];
    const graph = graphOf(...above, ["r", "add-rows"], ["s", "add-rows", { a: "j", c: "n" }]);
    assert.deepEqual(wires(graph).slice(2), [
      "n.table > r.a",
      "j.evaluation > s.a",
      "n.table > s.c",
    ]);
    assert.deepEqual(problems(graph), {});
    const only = graphOf(["m", "learn", { table: "gone" }], ["j", "judge"], ["r", "add-rows"]);
    assert.equal(only.get("r")?.wires.get("a")?.cell, "j");
  });

  it("leaves optional ports empty unless they name a cell, which must fit", () => {
    const graph = graphOf(["n", "number"], ["m", "learn"], ["r", "add-rows", { b: "m" }]);
    assert.deepEqual(problems(graph), { r: "graph/wrong-type" });
    const problem = graph.get("r")?.problem;
    assert.match(problem?.message.en ?? "", /"b" takes a table or other rows, but .* a model/);
    assert.equal(problem?.hint.en, 'Read the cell "n" instead.');
    assert.deepEqual(problems(graphOf(["r", "add-rows"])), { r: "graph/missing-input" });
  });

  it("connects nothing that a port does not take, and whatever it takes above it", () => {
    const names = ["number", "add", "sum", "learn", "judge", "add-rows"];
    const notebook = fc.array(
      fc.record({
        kind: fc.constantFrom(...names),
        inputs: fc.dictionary(
          fc.constantFrom("table", "left", "model", "a", "b", "c"),
          fc.nat(9).map((index) => `c${index}`),
          { maxKeys: 2 },
        ),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(fc.property(notebook, (cells) => {
      const shorthand = cells.map(({ kind, inputs }, index): Shorthand => [
        `c${index}`,
        kind,
        inputs,
      ]);
      const order = shorthand.map(([id]) => id);
      const givers = new Map<string, string[]>();
      for (const [id, { kind, wires, problem }] of graphOf(...shorthand)) {
        for (const [port, { cell, port: given }] of wires) {
          assert.ok(order.indexOf(cell) < order.indexOf(id));
          const type = kinds.get(cells[order.indexOf(cell)]?.kind ?? "")?.gives[given];
          assert.ok(type !== undefined && takesValue(kind!.takes[port]!, type));
          const named = cells[order.indexOf(id)]?.inputs[port];
          if (named !== undefined) assert.equal(cell, named);
          else assert.ok(!isOptional(kind!, port));
        }
        for (const [port, type] of Object.entries(kind?.takes ?? {})) {
          const isThere = [...givers.values()].flat().some((given) =>
            valueTypes.some((each) => each === given && takesValue(type, each))
          );
          const named = cells[order.indexOf(id)]?.inputs[port];
          if (named === undefined && !isOptional(kind!, port)) {
            assert.equal(wires.has(port), isThere);
            if (!isThere) assert.ok(problem !== undefined);
          }
        }
        givers.set(id, Object.values(kind?.gives ?? {}));
      }
    }));
  });

  it("finds inputs that name no cell, or a port there is not", () => {
    const graph = graphOf(
      ["n", "number"],
      ["a", "add", { table: "gone" }],
      ["b", "add", { tabel: "n" }],
      ["c", "number", { constructor: "n" }],
    );
    assert.deepEqual(problems(graph), {
      a: "graph/missing-cell",
      b: "graph/unknown-port",
      c: "graph/unknown-port",
    });
  });

  it("finds a cell that reads one below it", () => {
    const graph = graphOf(["n", "number"], ["a", "add", { table: "z" }], ["z", "number"]);
    assert.deepEqual(problems(graph), { a: "graph/reads-below" });
    assert.match(graph.get("a")?.problem?.hint.en ?? "", /Read the cell "n".*move the cell "z"/);
  });

  it("finds a cycle, named or through the nearest cell above, and leaves the others running", () => {
    const graph = graphOf(
      ["n", "number"],
      ["a", "add", { table: "c" }],
      ["b", "add", { table: "a" }],
      ["c", "add"],
      ["self", "add", { table: "self" }],
      ["other", "add", { table: "n" }],
    );
    assert.deepEqual(problems(graph), { a: "graph/cycle", self: "graph/cycle" });
    assert.match(graph.get("a")?.problem?.message.en ?? "", /\(a → c → b → a\)/);
    assert.match(graph.get("self")?.problem?.message.en ?? "", /\(self → self\)/);
    assert(wires(graph).includes("n.table > other.table"));
  });

  it("finds long cycles swiftly and names them in short", () => {
    const cells = Array.from({ length: 1000 }, (_, index): Shorthand => [
      `c${index}`,
      "add",
      { table: `c${(index + 1) % 1000}` },
    ]);
    const graph = graphOf(...cells);
    assert.equal(Object.keys(problems(graph)).length, 999);
    assert((graph.get("c0")?.problem?.message.en.length ?? 999) < 200);
  });

  it("keeps the problem of a cell that cannot run anyway, and what reads from it", () => {
    const graph = graphOf(["x", "nonsense"], ["f", "fail"], ["a", "add", { table: "x" }], [
      "b",
      "add",
    ]);
    assert.deepEqual(problems(graph), { x: "notebook/unknown-kind", f: "notebook/bad-param" });
    assert.deepEqual(wires(graph), ["x.table > a.table", "a.table > b.table"]);
  });
});

describe("descendants and ancestors", () => {
  const graph = graphOf(
    ["n", "number"],
    ["a", "add", { table: "n" }],
    ["b", "add", { table: "n" }],
    ["s", "sum", { left: "a", right: "b" }],
    ["m", "learn", { table: "b" }],
    ["o", "number"],
  );

  it("find all that hangs together, without the cells themselves", () => {
    assert.deepEqual([...descendants(graph, new Set(["a"]))], ["s"]);
    assert.deepEqual([...descendants(graph, new Set(["n"]))], ["a", "b", "s", "m"]);
    assert.deepEqual([...descendants(graph, new Set(["n", "b"]))], ["a", "s", "m"]);
    assert.deepEqual([...ancestors(graph, new Set(["s"]))].sort(), ["a", "b", "n"]);
    assert.deepEqual([...ancestors(graph, new Set(["o"]))], []);
  });

  it("are each other's mirror", () => {
    const ids = [...graph.keys()];
    fc.assert(fc.property(fc.constantFrom(...ids), fc.constantFrom(...ids), (one, other) => {
      const isBelow = descendants(graph, new Set([one])).has(other);
      assert.equal(ancestors(graph, new Set([other])).has(one), isBelow);
    }));
  });
});
