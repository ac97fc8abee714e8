import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { resultKeys } from "@/pipeline/kernel/result_key.ts";
import { add, cellKinds, number, sum } from "./test_cells.ts";

type Cell = Partial<NotebookCell> & { id: string; kind: string };

function keysOf(
  cells: readonly Cell[],
  kinds: readonly CellKind[] = cellKinds,
  engine?: string,
): Record<string, string> {
  const full = cells.map((cell): NotebookCell => ({ params: {}, ...cell }));
  const graph = buildGraph({ format: 1, title: "", cells: full }, kindsByName(kinds));
  return Object.fromEntries(resultKeys(graph, engine));
}

const line: readonly Cell[] = [
  { id: "n", kind: "number" },
  { id: "a", kind: "add", params: { plus: 2 } },
  { id: "o", kind: "number", params: { value: 9 } },
];

describe("resultKeys", () => {
  const keys = keysOf(line);

  it("gives every cell a key of its own, the same every time", () => {
    assert.equal(new Set(Object.values(keys)).size, 3);
    for (const key of Object.values(keys)) assert.match(key, /^[0-9a-f]{64}$/);
    assert.deepEqual(keysOf(line), keys);
  });

  it("does not depend on ids, on the order of params, or on defaults left out", () => {
    const same = keysOf([
      { id: "first", kind: "number", params: { value: 1 } },
      { id: "second", kind: "add", params: { plus: 2 } },
    ]);
    assert.equal(same.first, keys.n);
    assert.equal(same.second, keys.a);
  });

  it("does not depend on what the user calls a cell", () => {
    assert.deepEqual(keysOf(line.map((cell) => ({ ...cell, title: "Renamed" }))), keys);
  });

  it("changes with the params of a cell, for it and all that depend on it, and for no other", () => {
    const changed = keysOf(line.with(0, { id: "n", kind: "number", params: { value: 5 } }));
    assert.notEqual(changed.n, keys.n);
    assert.notEqual(changed.a, keys.a);
    assert.equal(changed.o, keys.o);
  });

  it("changes with the wire", () => {
    const cells = [...line, { id: "s", kind: "sum", inputs: { left: "n", right: "a" } }];
    const swapped = [...line, { id: "s", kind: "sum", inputs: { left: "a", right: "n" } }];
    assert.notEqual(keysOf(cells).s, keysOf(swapped).s);
  });

  it("tells two outputs of one cell apart", () => {
    const outputs = [{ left: "prepared", right: "prepared" }, {
      right: "prepared",
      left: "prepared",
    }];
    const [one, other] = outputs.map((gives) => {
      const kinds = [{ ...sum, takes: {}, gives }, add] as CellKind[];
      return keysOf([{ id: "t", kind: "sum" }, { id: "a", kind: "add" }], kinds).a;
    });
    assert(one !== undefined && other !== undefined);
    assert.notEqual(one, other);
  });

  it("changes with the versions of the kind, of what it uses, of the files it names, of the engine", () => {
    const cells = [{ id: "n", kind: "number" }];
    const file = { sha256: "a".repeat(64), bytes: 1, media: "text/csv" };
    const variants: CellKind[] = [
      number,
      { ...number, version: 2 },
      { ...number, versionsUsed: () => ({ forest: 1 }) },
      { ...number, versionsUsed: () => ({ forest: 2 }) },
      { ...number, filesUsed: () => [file] },
      { ...number, filesUsed: () => [{ ...file, sha256: "b".repeat(64) }] },
      { ...number, kind: "number", params: z.strictObject({ seed: z.int().default(3) }) },
    ];
    const keys = variants.map((kind) => keysOf(cells, [kind]).n);
    keys.push(keysOf(cells, [number], "9.9.9").n);
    assert(keys.every((key) => key !== undefined));
    assert.equal(new Set(keys).size, variants.length + 1);
  });

  it("gives no key to a cell that cannot run, nor to what reads from it", () => {
    const broken = keysOf([
      { id: "x", kind: "number", params: { value: -1 } },
      { id: "a", kind: "add" },
      { id: "o", kind: "number" },
    ]);
    assert.deepEqual(Object.keys(broken), ["o"]);
  });
});
