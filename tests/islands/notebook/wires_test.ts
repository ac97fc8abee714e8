import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { missingTypes, wiresOf } from "@/islands/notebook/wires.ts";
import { describeCellKinds } from "@/pipeline/cells/cell_schema.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { checkNotebook, kindsByName } from "@/pipeline/kernel/notebook.ts";
import type { ApiKind, NotebookContent } from "@/web/api_schema.ts";

const kinds = new Map<string, ApiKind>(
  describeCellKinds().map((kind) => [kind.kind, { ...kind, params: { ...kind.params } }]),
);

describe("the wires that a page draws", () => {
  it("are those of the kernel's graph", () => {
    const names = cellKinds.map(({ kind }) => kind);
    const notebooks = fc.array(
      fc.record({
        kind: fc.constantFrom(...names),
        source: fc.option(fc.nat(11), { freq: 3, nil: undefined }),
        place: fc.nat(2),
      }),
      { minLength: 1, maxLength: 12 },
    ).map((cells): NotebookContent => ({
      format: 1,
      title: "",
      cells: cells.map(({ kind, source, place }, index) => {
        const ports = Object.keys(kinds.get(kind)?.takes ?? {});
        const port = ports[place % Math.max(1, ports.length)];
        return {
          id: `c${index}`,
          kind,
          params: {},
          ...(port === undefined || source === undefined || source >= index
            ? {}
            : { inputs: { [port]: `c${source}` } }),
        };
      }),
    }));
    fc.assert(
      fc.property(notebooks, (content) => {
        const { notebook } = checkNotebook(content, kindsByName(cellKinds));
        const graph = buildGraph(notebook, kindsByName(cellKinds));
        for (const [index, { id }] of content.cells.entries()) {
          const drawn = wiresOf(content, kinds, index);
          const wires = graph.get(id)?.wires ?? new Map();
          for (const [port, { cell }] of wires) {
            assert.equal(drawn.find((wire) => wire.port === port)?.source, cell, `${id}.${port}`);
          }
          for (const { port, source } of drawn) {
            if (source === undefined) assert.ok(!wires.has(port), `${id}.${port}`);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("offer the cells above that give what is needed, nearest first", () => {
    const notebook: NotebookContent = {
      format: 1,
      title: "",
      cells: ["simulate", "note", "split", "train", "evaluate"].map((kind) => ({
        id: kind,
        kind,
        params: {},
      })),
    };
    const wires = wiresOf(notebook, kinds, 4);
    const model = wires.find(({ port }) => port === "model");
    assert.deepEqual(model, {
      port: "model",
      type: "model",
      isOptional: false,
      source: "train",
      isNamed: false,
      unnamed: "train",
      candidates: ["train"],
    });
    assert.deepEqual(wires.find(({ port }) => port === "table")?.candidates, ["split", "simulate"]);
  });

  it("say what a new cell would miss", () => {
    const empty: NotebookContent = { format: 1, title: "", cells: [] };
    const train = kinds.get("train");
    assert(train);
    assert.deepEqual(missingTypes(empty, kinds, train, 0), ["prepared"]);
  });
});
