import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { notebookOf, openSession, settle, type Shorthand } from "./open_session.ts";
import { rejectionOf } from "./problem_of.ts";

/** n → a (cheap) → l (costly) → z (cheap); o for itself. */
const line: Shorthand[] = [
  ["n", "number"],
  ["a", "add"],
  ["l", "slow-add"],
  ["z", "add"],
  ["o", "number", { value: 7 }],
];

const allFresh = "n fresh, a fresh, l fresh, z fresh, o fresh";

describe("a session", () => {
  it("runs nothing on opening", async () => {
    const open = await openSession(line);
    await open.session.idle();
    assert.equal(open.states(), "n stale, a stale, l stale, z stale, o stale");
    assert.deepEqual(open.executed(), []);
  });

  it("leaves a revision out that is older than the one it has", async () => {
    const { session } = await openSession([["n", "number"]]);
    await session.update(notebookOf(["n", "number"], ["late", "number"]), 3);
    await session.update(notebookOf(["n", "number"]), 2);
    const { revision, cells } = session.view();
    assert.deepEqual([revision, cells.map(({ id }) => id)], [3, ["n", "late"]]);
  });

  it("runs all stale cells, each after what it reads, and gives their values", async () => {
    const open = await openSession(line);
    await open.session.run("stale");
    await open.session.idle();
    assert.equal(open.states(), allFresh);
    const order = open.executed();
    assert.deepEqual(order.filter((id) => id !== "o"), ["n", "a", "l", "z"]);
    const results = open.session.view().cells.map(({ result }) => result?.result.summary.en);
    assert.deepEqual(results, ["1", "2", "3", "4", "7"]);
    assert.equal(await open.session.run("stale"), undefined);
  });

  it("finds results by their keys when it is opened again", async () => {
    const first = await openSession(line);
    await first.session.run("stale");
    await first.session.idle();
    const again = await openSession(line, { persistence: first.persistence });
    assert.equal(again.states(), allFresh.replaceAll("fresh", "cached"));
    assert.equal(await again.session.run("stale"), undefined);
  });

  it("keeps the last results of stale cells in sight when it is opened again", async () => {
    const first = await openSession(line);
    await first.session.run("stale");
    await first.session.idle();
    const changed = line.with(0, ["n", "number", { value: 5 }]);
    const again = await openSession(changed, { persistence: first.persistence });
    assert.equal(again.states(), "n stale, a stale, l stale, z stale, o cached");
    assert.equal(again.session.view().cells[3]?.result?.result.summary.en, "4");
  });

  it("runs named cells with what they need, and computes the named ones anew", async () => {
    const open = await openSession(line, { autoRun: () => false });
    await open.session.run(["l"]);
    await open.session.idle();
    assert.deepEqual(open.executed(), ["n", "a", "l"]);
    await open.session.run(["l"]);
    await open.session.idle();
    assert.deepEqual(open.executed(), ["l"]);
  });

  it("computes everything anew where that is asked", async () => {
    const open = await openSession(line);
    await open.session.run("stale");
    await open.session.idle();
    open.executed();
    await open.session.run("all");
    await open.session.idle();
    assert.deepEqual(open.executed().sort(), ["a", "l", "n", "o", "z"]);
  });

  it("shows what is on its way to those who come late", async () => {
    const open = await openSession([["n", "number"]]);
    open.executor.hold("n");
    const run = await open.session.run("stale");
    await settle();
    const { cells, run: current } = open.session.view();
    assert.equal(current, run);
    assert.equal(cells[0]?.state.state, "running");
    assert.deepEqual(cells[0]?.progress, { fraction: 0 });
    open.executor.letGo("n");
    await open.session.idle();
    assert.equal(open.session.view().cells[0]?.progress, undefined);
  });
});

describe("a change", () => {
  it("makes exactly the cell and its descendants stale, and says since when and why", async () => {
    const open = await openSession(line, { autoRun: () => false });
    await open.session.run("stale");
    await open.session.idle();
    open.executed();
    await open.change(...line.with(1, ["a", "add", { plus: 5 }]));
    assert.equal(open.states(), "n fresh, a stale, l stale, z stale, o fresh");
    const states = open.session.view().cells.map(({ state }) => state);
    for (const state of states.slice(1, 4)) {
      assert(state.state === "stale");
      assert.deepEqual(state.because, ["a"]);
      assert.match(state.since ?? "", /^\d{4}-/);
      assert(state.last !== undefined);
    }
    assert.deepEqual(open.executed(), []);
  });

  it("lets cheap cells follow, up to the first costly one", async () => {
    const open = await openSession(line);
    await open.session.run("stale");
    await open.session.idle();
    open.executed();
    await open.change(...line.with(0, ["n", "number", { value: 2 }]));
    await open.session.idle();
    assert.deepEqual(open.executed(), ["n", "a"]);
    assert.equal(open.states(), "n fresh, a fresh, l stale, z stale, o fresh");
    await open.session.run(["l"]);
    await open.session.idle();
    assert.deepEqual(open.executed(), ["l", "z"]);
    assert.equal(open.states(), allFresh);
  });

  it("that is undone finds the old results", async () => {
    const open = await openSession(line, { autoRun: () => false });
    await open.session.run("stale");
    await open.session.idle();
    open.executed();
    await open.change(...line.with(0, ["n", "number", { value: 2 }]));
    await open.change(...line);
    assert.equal(open.states(), allFresh);
    await open.change(...line.with(0, ["n", "number", { value: 2 }]));
    await open.session.run("stale");
    await open.session.idle();
    await open.change(...line);
    assert.equal(open.states(), "n cached, a cached, l cached, z cached, o fresh");
  });

  it("of the order, the title or a default changes nothing", async () => {
    const open = await openSession(line);
    await open.session.run("stale");
    await open.session.idle();
    const [n, a, l, z, o] = line;
    assert(n && a && l && z && o);
    await open.change(o, ["n", "number", { value: 1 }], a, l, z);
    // Reading the nearest table above, a now reads n as before.
    assert.equal(open.states(), "o fresh, n fresh, a fresh, l fresh, z fresh");
  });

  it("cancels what runs on what is no more, and starts it anew where it is cheap", async () => {
    const open = await openSession(line);
    open.executor.hold("a");
    await open.session.run("stale");
    await settle();
    assert.deepEqual([...open.executor.running], ["a"]);
    await open.change(...line.with(1, ["a", "add", { plus: 10 }]));
    open.executor.letGo("a");
    await open.session.idle();
    assert.equal(open.states(), "n fresh, a fresh, l stale, z stale, o fresh");
    assert.equal(open.session.view().cells[1]?.result?.result.summary.en, "11");
    const cancelled = open.events.filter(({ type }) => type === "cancelled");
    assert(cancelled.length >= 1);
  });

  it("does not disturb what it does not touch", async () => {
    const open = await openSession(line);
    open.executor.hold("l");
    await open.session.run("stale");
    await settle();
    await open.change(...line.with(4, ["o", "number", { value: 8 }]));
    open.executor.letGo("l");
    await open.session.idle();
    assert.equal(open.states(), allFresh);
    assert.equal(open.executed().filter((id) => id === "l").length, 1);
  });

  it("may remove a cell that runs", async () => {
    const open = await openSession(line);
    open.executor.hold("l");
    await open.session.run("stale");
    await settle();
    await open.change(...line.toSpliced(2, 1));
    await open.session.idle();
    assert.equal(open.states(), "n fresh, a fresh, z fresh, o fresh");
    assert.equal(open.session.view().run, undefined);
  });
});

describe("a problem", () => {
  it("of one cell stops those below it and no other", async () => {
    const open = await openSession([
      ["n", "number"],
      ["f", "fail", { how: "problem" }],
      ["a", "add"],
      ["b", "add"],
      ["c", "add", {}, { table: "n" }],
    ]);
    await open.session.run("stale");
    await open.session.idle();
    assert.equal(open.states(), "n fresh, f failed, a waiting, b waiting, c fresh");
    const [, failed, , waiting] = open.session.view().cells.map(({ state }) => state);
    assert(failed?.state === "failed" && waiting?.state === "waiting");
    assert.deepEqual(failed.problem.place, { cell: "f", param: "how" });
    assert.deepEqual(waiting.for, ["f"]);
    assert.equal(open.persistence.runs[0]?.outcome, "failed");
  });

  it("goes away with the change that repairs it", async () => {
    const open = await openSession([["f", "fail", { how: "problem" }], ["a", "add"]]);
    await open.session.run("stale");
    await open.session.idle();
    await open.change(["f", "number"], ["a", "add"]);
    await open.session.idle();
    assert.equal(open.states(), "f fresh, a fresh");
  });

  it("of a wire or a param is shown at once, and asking for the cell gives it back", async () => {
    const open = await openSession([
      ["x", "nonsense"],
      ["low", "number", { value: -1 }],
      ["loop", "add", {}, { table: "loop" }],
      ["below", "add", {}, { table: "low" }],
      ["n", "number"],
    ]);
    assert.equal(open.states(), "x failed, low failed, loop failed, below waiting, n stale");
    assert.equal((await rejectionOf(open.session.run(["low"]))).code, "notebook/bad-param");
    assert.equal((await rejectionOf(open.session.run(["below"]))).code, "notebook/bad-param");
    assert.equal((await rejectionOf(open.session.run(["loop"]))).code, "graph/cycle");
    assert.equal((await rejectionOf(open.session.run(["gone"]))).code, "kernel/no-such-cell");
    await open.session.run("all");
    await open.session.idle();
    assert.deepEqual(open.executed(), ["n"]);
  });

  it("that is a defect is reported with its stack, and told without", async () => {
    const open = await openSession([["f", "fail", { how: "error" }]]);
    await open.session.run("stale");
    await open.session.idle();
    const state = open.session.view().cells[0]?.state;
    assert(state?.state === "failed");
    assert.equal(state.problem.code, "kernel/cell-failed");
    assert.doesNotMatch(state.problem.message.en, /\n/);
    assert.match(open.reports.join(), /test_cells\.ts/);
  });

  it("of the disk fails the cell that cannot be kept, and a run that cannot be started", async () => {
    const open = await openSession([["n", "number"]]);
    open.executor.hold("n");
    await open.session.run("stale");
    await settle();
    open.persistence.failure = new Error("disk full");
    open.executor.letGo("n");
    await open.session.idle();
    assert.equal(open.states(), "n failed");
    await assert.rejects(open.session.run("stale"), /disk full/);
    open.persistence.failure = undefined;
    await open.session.run("stale");
    await open.session.idle();
    assert.equal(open.states(), "n fresh");
  });
});

describe("cancelling", () => {
  it("stops what runs and what waits for it, and leaves it stale", async () => {
    const open = await openSession(line);
    open.executor.hold("l");
    await open.session.run("stale");
    await settle();
    assert.equal(open.states(), "n fresh, a fresh, l running, z waiting, o fresh");
    await open.session.cancel("l");
    assert.equal(open.states(), "n fresh, a fresh, l stale, z stale, o fresh");
    assert.equal(open.persistence.runs[0]?.outcome, "cancelled");
    open.executor.letGo("l");
    await open.session.run("stale");
    await open.session.idle();
    assert.equal(open.states(), allFresh);
  });

  it("stops a cell that waits for its turn, and lets the others run", async () => {
    const queue = new FairQueue(1);
    const release = await queue.acquire("somebody");
    const open = await openSession([["n", "number"], ["o", "number", { value: 2 }]], { queue });
    await open.session.run("stale");
    await settle();
    assert.equal(open.states(), "n waiting, o waiting");
    await open.session.cancel("n");
    assert.equal(open.states(), "n stale, o waiting");
    release();
    await open.session.idle();
    assert.equal(open.states(), "n stale, o fresh");
  });

  it("stops everything", async () => {
    const open = await openSession(line);
    open.executor.hold("n");
    open.executor.hold("o");
    await open.session.run("stale");
    await settle();
    await open.session.cancelAll();
    assert.equal(open.states(), "n stale, a stale, l stale, z stale, o stale");
    assert.equal(open.session.view().run, undefined);
  });
});
