import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { newId, notebookIdSchema, type RunId, runIdSchema } from "@/store/ids.ts";
import type { Workspace } from "@/store/workspace.ts";
import { hasCode } from "./has_code.ts";
import { temporaryWorkspace } from "./temporary_workspace.ts";

function startRun({ notebooks, runs }: Workspace, title = "Faults") {
  const notebook = notebooks.create(title, {});
  return runs.start({ notebook: notebook.id, revision: 1, cells: ["import", "train"] });
}

describe("Runs", () => {
  it("keeps one log over all runs, in order and without gaps", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const first = startRun(workspace);
    const second = startRun(workspace, "Others");
    for (let index = 0; index < 20; index++) {
      const { id } = index % 3 === 0 ? first : second;
      workspace.runs.append(id, { index });
      if (index % 7 === 0) {
        // What was taken back leaves no gap.
        assert.throws(() =>
          workspace.transaction(() => {
            workspace.runs.append(id, { index: -1 });
            throw new Error("not this one");
          }), /not this one/);
      }
    }
    const { runs } = await temporary.reopen();
    runs.appendAll(first.id, [{ index: 20 }, { index: 21 }]);
    const events = runs.eventsAfter(0);
    assert.deepEqual(
      events.map(({ seq }) => seq),
      Array.from({ length: 22 }, (_, index) => index + 1),
    );
    assert.deepEqual(events.map(({ event }) => event), events.map((_, index) => ({ index })));
    assert.deepEqual(runs.eventsAfter(5, 3).map(({ seq }) => seq), [6, 7, 8]);
    assert.deepEqual(runs.eventsAfter(22), []);
    assert.equal(runs.lastSeq(), 22);
    assert.deepEqual(runs.eventsOf(first.id).map(({ seq }) => seq), [
      1,
      4,
      7,
      10,
      13,
      16,
      19,
      21,
      22,
    ]);
    assert.ok(events.every(({ time }) => new Date(time).toISOString() === time));
  });

  it("gives back what it appended, and nothing for nothing", async () => {
    await using temporary = await temporaryWorkspace();
    const { runs } = temporary.workspace;
    const run = startRun(temporary.workspace);
    assert.equal(runs.lastSeq(), 0);
    assert.deepEqual(runs.appendAll(run.id, []), []);
    const appended = runs.append(run.id, { type: "progress", fraction: 0.5 });
    assert.deepEqual(appended, runs.eventsAfter(0)[0]);
    assert.deepEqual({ ...appended, time: "" }, {
      seq: 1,
      run: run.id,
      time: "",
      event: { type: "progress", fraction: 0.5 },
    });
  });

  it("finds the last event of a type for each cell of a notebook", async () => {
    await using temporary = await temporaryWorkspace();
    const { runs } = temporary.workspace;
    const run = startRun(temporary.workspace);
    const other = startRun(temporary.workspace, "Others");
    const later = runs.start({ notebook: run.notebook, revision: 1, cells: ["a"] });
    runs.appendAll(run.id, [
      { type: "finished", cell: "a", key: "1" },
      { type: "finished", cell: "b", key: "2" },
      { type: "failed", cell: "c" },
      { fraction: 0.5 },
      "text",
    ]);
    runs.append(other.id, { type: "finished", cell: "a", key: "3" });
    runs.append(later.id, { type: "finished", cell: "a", key: "4" });
    runs.append(later.id, { type: "started", cell: "b" });
    assert.deepEqual(
      runs.lastOfEachCell(run.notebook, "finished").map(({ seq, event }) => [seq, event]),
      [
        [2, { type: "finished", cell: "b", key: "2" }],
        [7, { type: "finished", cell: "a", key: "4" }],
      ],
    );
  });

  it("ends a run once", async () => {
    await using temporary = await temporaryWorkspace();
    const { runs } = temporary.workspace;
    const states = ["finished", "failed", "cancelled"] as const;
    const started = states.map((state) => startRun(temporary.workspace, state));
    for (const [index, state] of states.entries()) {
      const { id } = started[index]!;
      assert.equal(runs.get(id).state, "running");
      assert.equal(runs.finish(id, state).state, state);
      assert.throws(() => runs.finish(id, "finished"), hasCode("store/run-ended"));
      assert.equal(runs.get(id).state, state);
    }
    assert.deepEqual(runs.list().map(({ state }) => state), ["cancelled", "failed", "finished"]);
    assert.deepEqual(runs.list(1).map(({ state }) => state), ["cancelled"]);
    assert.deepEqual(runs.ofNotebook(started[0]!.notebook).map(({ id }) => id), [started[0]!.id]);
    assert.deepEqual(runs.get(started[0]!.id).cells, ["import", "train"]);
  });

  it("forgets the points of live curves of ended runs, and nothing else", async () => {
    await using temporary = await temporaryWorkspace();
    const { workspace } = temporary;
    const [ended, underWay] = ["ended", "under way"].map((title) => startRun(workspace, title));
    assert.ok(ended && underWay);
    const events = [
      { type: "started", cell: "train" },
      { type: "metrics", cell: "train", from: 0, points: [] },
      "metrics",
      { type: "log", cell: "train" },
      { type: "metrics", cell: "train", from: 1, points: [] },
    ];
    for (const { id } of [underWay, ended]) workspace.runs.appendAll(id, events);
    const { ended: time } = workspace.runs.finish(ended.id, "finished");
    const end = Date.parse(time ?? "");
    assert.equal(workspace.runs.forgetPoints(new Date(end)), 0);
    assert.equal(workspace.runs.forgetPoints(new Date(end + 1)), 2);
    assert.equal(workspace.runs.forgetPoints(new Date(end + 1)), 0);
    const eventsOf = ({ id }: { id: RunId }): unknown[] =>
      workspace.runs.eventsOf(id).map(({ event }) => event);
    assert.deepEqual(eventsOf(ended), [events[0], events[2], events[3]]);
    assert.deepEqual(eventsOf(underWay), events);
    const [next] = workspace.runs.appendAll(underWay.id, [{ type: "log", cell: "late" }]);
    assert.equal(next?.seq, 11, "a number is never given twice");
    assert.deepEqual(
      workspace.runs.eventsAfter(6).map(({ seq }) => seq),
      [8, 9, 11],
      "who comes back hears of all others",
    );
  });

  it("says so where there is no run or notebook by an id", async () => {
    await using temporary = await temporaryWorkspace();
    const { runs } = temporary.workspace;
    const notebook = newId(notebookIdSchema);
    const run = newId(runIdSchema);
    const uses = [
      () => runs.start({ notebook, revision: 1, cells: [] }),
      () => runs.get(run),
      () => runs.append(run, {}),
      () => runs.finish(run, "finished"),
    ];
    for (const use of uses) assert.throws(use, hasCode("store/not-found"));
    assert.equal(runs.lastSeq(), 0);
  });
});
