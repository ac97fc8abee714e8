import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import { runIdSchema } from "@/store/ids.ts";
import type { StreamMessage } from "@/web/api_schema.ts";
import type { ServerEvent } from "@/web/server_events.ts";
import { EventHub } from "@/web/workbench/event_hub.ts";
import { RunJournal } from "@/web/workbench/run_journal.ts";
import { temporaryWorkspace } from "../../store/temporary_workspace.ts";

const time = "2026-01-01T00:00:00.000Z";

function metric(run: string, step: number): NotebookEvent {
  const points = [{ name: "loss", step, value: 1 / (step + 1) }];
  return { type: "metrics", run, time, cell: "c", from: step, points };
}

function finished(run: string): NotebookEvent {
  return { type: "finished", run, time, cell: "c", key: "k", seconds: 1 };
}

async function opened() {
  const temporary = await temporaryWorkspace();
  const { workspace } = temporary;
  const notebook = workspace.notebooks.create("n", {}).id;
  const run = workspace.runs.start({ notebook, revision: 1, cells: ["c"] }).id;
  const hub = new EventHub(workspace.runs);
  const reported: unknown[] = [];
  const journal = new RunJournal(notebook, workspace.runs, hub, (error) => reported.push(error));
  return { temporary, workspace, hub, journal, run, notebook, reported };
}

/** The next messages of a stream. */
async function take(stream: AsyncGenerator<ServerEvent>, count: number): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  while (events.length < count) {
    const { value, done } = await stream.next();
    if (done) break;
    events.push(value);
  }
  return events;
}

describe("EventHub and RunJournal", () => {
  it("number what the log keeps, gather points of curves and keep the order", async () => {
    const { temporary, workspace, hub, journal, run } = await opened();
    await using _ = temporary;
    const stream = hub.follow(undefined, new AbortController().signal);
    await take(stream, 1);
    for (let step = 0; step < 3; step++) journal.append(run, metric(run, step));
    assert.equal(workspace.runs.lastSeq(), 0, "points wait for one another");
    journal.append(run, finished(run));
    const events = await take(stream, 4);
    assert.deepEqual(events.map(({ id }) => id), ["1", "2", "3", "4"]);
    journal.append(run, metric(run, 3));
    assert.deepEqual((await take(stream, 1)).map(({ id }) => id), ["5"]);
    const logged = workspace.runs.eventsOf(run).map(({ event }) => event);
    assert.deepEqual(
      logged,
      [0, 1, 2].map((step) => metric(run, step)).concat(
        finished(run),
        metric(run, 3),
      ),
    );
  });

  it("repeat a long log page by page before what happens now, each event once", async () => {
    const { temporary, workspace, hub, journal, run, notebook } = await opened();
    await using _ = temporary;
    workspace.runs.appendAll(run, Array.from({ length: 1200 }, (_, step) => metric(run, step)));
    const stream = hub.follow("100", new AbortController().signal);
    const [hello] = await take(stream, 1);
    assert.equal(hello?.id, "100");
    journal.append(run, finished(run));
    const events = await take(stream, 1101);
    assert.deepEqual(
      events.map(({ id }) => Number(id)),
      Array.from({ length: 1101 }, (_, index) => 101 + index),
    );
    assert.deepEqual(events.at(-1)?.data, { notebook, event: finished(run) });
  });

  it("tell an event that cannot be written all the same", async () => {
    const { temporary, hub, journal, notebook } = await opened();
    await using _ = temporary;
    const stream = hub.follow(undefined, new AbortController().signal);
    await take(stream, 1);
    const event = finished("gone");
    assert.throws(() => journal.append(runIdSchema.parse("000000000000"), event));
    assert.deepEqual((await take(stream, 1)).map(({ data }) => data), [{ notebook, event }]);
    journal.tell(event);
    const state: StreamMessage = { event: "changed", data: { list: "models", id: "m" } };
    hub.publish(state);
    assert.deepEqual((await take(stream, 1)).map(({ data }) => data), [state.data], "told once");
  });

  it("end for a follower that leaves, in whatever state it is", async () => {
    const { temporary, hub } = await opened();
    await using _ = temporary;
    const leaving = new AbortController();
    const stream = hub.follow(undefined, leaving.signal);
    await take(stream, 1);
    const next = stream.next();
    leaving.abort();
    assert.equal((await next).done, true);
  });
});
