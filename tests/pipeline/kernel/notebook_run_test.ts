import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FairQueue } from "@/pipeline/kernel/fair_queue.ts";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import { MemoryPersistence } from "./memory_persistence.ts";
import { openSession, settle, type Shorthand } from "./open_session.ts";

/** n → a (cheap) → l (costly) → z (cheap); o for itself. */
const line: Shorthand[] = [
  ["n", "number"],
  ["a", "add"],
  ["l", "slow-add"],
  ["z", "add"],
  ["o", "number", { value: 7 }],
];

const allFresh = "n fresh, a fresh, l fresh, z fresh, o fresh";

describe("a run", () => {
  it("tells what happens in order, and its log keeps all but states and progress", async () => {
    const open = await openSession([["n", "number"], ["a", "add"]]);
    const id = await open.session.run("stale");
    await open.session.idle();
    const [run] = open.persistence.runs;
    assert.equal(run?.id, id);
    assert.deepEqual(run?.cells, ["n", "a"]);
    assert.equal(run?.outcome, "finished");
    const logged = run?.events.map((event) =>
      `${event.type} ${"cell" in event ? event.cell : ""}`.trim()
    );
    assert.deepEqual(logged, [
      "run-started",
      "started n",
      "finished n",
      "started a",
      "finished a",
      "run-finished",
    ]);
    const told = open.events.flatMap((event) =>
      event.type === "state" && event.cell === "a" ? [event.state] : []
    );
    assert.deepEqual(told.map(({ state }) => state), ["waiting", "waiting", "running", "fresh"]);
    assert.deepEqual(told.slice(0, 2), [
      { state: "waiting", for: ["n"] },
      { state: "waiting", for: [] },
    ]);
    assert(open.events.some(({ type }) => type === "progress"));
    assert(open.events.every((event) => !("run" in event) || event.run === id));
  });

  it("takes in what is asked for meanwhile", async () => {
    const open = await openSession(line);
    open.executor.hold("a");
    const first = await open.session.run(["a"]);
    await settle();
    assert.equal(await open.session.run("stale"), first);
    open.executor.letGo("a");
    await open.session.idle();
    assert.equal(open.states(), allFresh);
    assert.equal(open.persistence.runs.length, 1);
  });

  it("that the end of the server cuts off is not ended in its log, and continues behind its last finished cell", async () => {
    const persistence = new MemoryPersistence();
    const open = await openSession(line, { persistence });
    open.executor.hold("l");
    await open.session.run("stale");
    await settle();
    await open.session.close();
    assert(open.executor.isClosed);
    assert.equal(persistence.runs[0]?.outcome, undefined);
    const again = await openSession(line, { persistence });
    assert.equal(again.states(), "n cached, a cached, l stale, z stale, o cached");
    await again.session.run("stale");
    await again.session.idle();
    assert.deepEqual(again.executed(), ["l", "z"]);
  });

  it("tells when the kernel was restarted, and why", async () => {
    const open = await openSession([["n", "number"]]);
    open.executor.restart(kernelProblem.crashed("SIGSEGV"));
    const [event] = open.events;
    assert(event?.type === "kernel-restarted");
    assert.equal(event.reason.code, "kernel/crashed");
  });

  it("goes on when a listener fails", async () => {
    const open = await openSession([["n", "number"]]);
    open.session.subscribe(() => {
      throw new Error("nobody home");
    });
    await open.session.run("stale");
    await open.session.idle();
    assert.equal(open.states(), "n fresh");
    assert.match(open.reports.join(), /nobody home/);
  });

  it("shares the cores with other notebooks in turn", async () => {
    const queue = new FairQueue(1);
    const cells = ["1", "2", "3"].map((
      id,
    ): Shorthand => [`c${id}`, "number", { value: Number(id) }]);
    const order: string[] = [];
    const sessions = await Promise.all(["a", "b"].map(async (owner) => {
      const open = await openSession(cells, { queue, owner });
      open.session.subscribe((event) => {
        if (event.type === "started") order.push(owner);
      });
      return open.session;
    }));
    const release = await queue.acquire("test");
    await Promise.all(sessions.map((session) => session.run("stale")));
    await settle();
    release();
    await Promise.all(sessions.map((session) => session.idle()));
    assert.deepEqual(order, ["a", "b", "a", "b", "a", "b"]);
  });
});
