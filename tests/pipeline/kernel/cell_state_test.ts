import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CellFacts, cellStates, cellStateSchema } from "@/pipeline/kernel/cell_state.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { resultKeys } from "@/pipeline/kernel/result_key.ts";
import { cheapFollowers, withNeeded } from "@/pipeline/kernel/run_plan.ts";
import { cellKinds } from "./test_cells.ts";

const kinds = kindsByName(cellKinds);
const time = "2026-01-02T03:04:05.000Z";

/** n → a (cheap) → l (costly) → z (cheap), and o for itself. */
const cells: NotebookCell[] = [
  { id: "n", kind: "number", params: {} },
  { id: "a", kind: "add", params: {} },
  { id: "l", kind: "slow-add", params: {} },
  { id: "z", kind: "add", params: {} },
  { id: "o", kind: "number", params: { value: 7 } },
];

function setUp(facts: (keys: ReadonlyMap<string, string>) => Record<string, CellFacts>) {
  const graph = buildGraph({ format: 1, title: "", cells }, kinds);
  const keys = resultKeys(graph);
  const states = cellStates(graph, keys, new Map(Object.entries(facts(keys))));
  for (const state of states.values()) cellStateSchema.parse(state);
  return { graph, keys, states };
}

function done(key: string | undefined): CellFacts {
  return { result: { key: key ?? "", finished: time, seconds: 1 } };
}

function words(states: ReturnType<typeof setUp>["states"]): string {
  return [...states].map(([id, { state }]) => `${id} ${state}`).join(", ");
}

const problem = {
  code: "test/x",
  message: { en: "x", zh: "x" },
  place: { cell: "a" },
  hint: { en: "y", zh: "y" },
};

describe("cellStates", () => {
  it("tells fresh, cached and stale by the keys of the results", () => {
    const { states } = setUp((keys) => ({
      n: done(keys.get("n")),
      a: { ...done(keys.get("a")), isFromCache: true },
      l: { ...done("old"), stale: { since: time, because: ["l"] } },
    }));
    assert.equal(words(states), "n fresh, a cached, l stale, z stale, o stale");
    assert.deepEqual(states.get("l"), { state: "stale", since: time, because: ["l"], last: "old" });
    assert.deepEqual(states.get("z"), { state: "stale" });
  });

  it("tells what runs, what waits for its turn and what waits for other cells", () => {
    const { states } = setUp((keys) => ({
      n: done(keys.get("n")),
      a: { ...done("old"), running: { key: keys.get("a") ?? "", started: time } },
      l: { isWanted: true },
      o: { running: { key: keys.get("o") ?? "" } },
    }));
    assert.equal(words(states), "n fresh, a running, l waiting, z stale, o waiting");
    assert.deepEqual(states.get("a"), { state: "running", started: time, last: "old" });
    assert.deepEqual(states.get("l"), { state: "waiting", for: ["a"] });
    assert.deepEqual(states.get("o"), { state: "waiting", for: [] });
  });

  it("does not call a cell running whose former self is about to stop", () => {
    const { states } = setUp(() => ({ n: { running: { key: "old", started: time } } }));
    assert.equal(states.get("n")?.state, "stale");
  });

  it("lets all below a failed cell wait for its repair, and no other", () => {
    const { states } = setUp((keys) => ({
      n: done(keys.get("n")),
      a: { failure: { key: keys.get("a") ?? "", problem, time } },
    }));
    assert.equal(words(states), "n fresh, a failed, l waiting, z waiting, o stale");
    assert.deepEqual(states.get("z"), { state: "waiting", for: ["a"] });
    assert.deepEqual(states.get("a"), { state: "failed", problem, since: time });
  });

  it("forgets a failure once the cell is another", () => {
    const { states } = setUp(() => ({ a: { failure: { key: "old", problem, time } } }));
    assert.equal(states.get("a")?.state, "stale");
  });

  it("prefers a failure to an older result of the same key", () => {
    const { states } = setUp((keys) => ({
      n: { ...done(keys.get("n")), failure: { key: keys.get("n") ?? "", problem, time } },
    }));
    assert.equal(states.get("n")?.state, "failed");
  });
});

describe("withNeeded", () => {
  it("adds what has no current result above, however far", () => {
    const { graph, states } = setUp((keys) => ({ n: done(keys.get("n")) }));
    assert.deepEqual([...withNeeded(graph, states, new Set(["z"]))].sort(), ["a", "l", "z"]);
    assert.deepEqual([...withNeeded(graph, states, new Set(["o"]))], ["o"]);
  });
});

describe("cheapFollowers", () => {
  it("are the cheap cells that changed or depend on a change, up to the first costly one", () => {
    const { graph, states } = setUp(() => ({}));
    assert.deepEqual([...cheapFollowers(graph, states, new Set(["n"]))], ["n", "a"]);
    assert.deepEqual([...cheapFollowers(graph, states, new Set(["l"]))], []);
  });

  it("follow a costly cell once it has its result", () => {
    const { graph, states } = setUp((keys) => ({
      n: done(keys.get("n")),
      a: done(keys.get("a")),
      l: done(keys.get("l")),
    }));
    assert.deepEqual([...cheapFollowers(graph, states, new Set(["l"]))], ["z"]);
  });

  it("leave failed cells alone", () => {
    const { graph, states } = setUp((keys) => ({
      n: { failure: { key: keys.get("n") ?? "", problem, time } },
    }));
    assert.deepEqual([...cheapFollowers(graph, states, new Set(["n"]))], []);
  });
});
