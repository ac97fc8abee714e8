import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import {
  kindsSchema,
  notebooksSchema,
  runAnswerSchema,
  type StreamMessage,
} from "@/web/api_schema.ts";
import { pageAnswerSchema, summaryAnswerSchema } from "@/web/table_schema.ts";
import { openKernelFolders } from "./kernel_folders.ts";
import { cellKinds as testKinds } from "../pipeline/kernel/test_cells.ts";
import { testRegistry } from "../pipeline/kernel/open_kernel.ts";
import { type ApiApp, json, newNotebook, openApiApp } from "./api_app.ts";
import { readEvents } from "./event_reader.ts";

const options = { kinds: testKinds, kernel: { registry: testRegistry, patience: 300, log() {} } };

async function run(app: ApiApp, id: string, cells: unknown): Promise<string | null> {
  const path = `/api/notebooks/${id}/run`;
  return (await app.ask(runAnswerSchema, path, json("POST", { cells }))).run;
}

async function states(app: ApiApp, id: string): Promise<Record<string, string>> {
  const { cells } = await app.idle(id);
  return Object.fromEntries(cells.map(({ id, state }) => [id, state.state]));
}

function isEvent(type: string, cell?: string): (message: StreamMessage) => boolean {
  return ({ event, data }) =>
    event === "notebook" && data.event.type === type &&
    (cell === undefined || ("cell" in data.event && data.event.cell === cell));
}

describe("runs", () => {
  it("lets cells run, finds known results again and makes only descendants stale", async () => {
    await using app = await openApiApp(options);
    const cells = (plus: number) => [
      { id: "a", kind: "number", params: { value: 1 } },
      { id: "b", kind: "slow-add", params: { plus }, inputs: { table: "a" } },
      { id: "c", kind: "slow-add", params: { plus: 5 }, inputs: { table: "b" } },
      { id: "d", kind: "slow-add", params: { plus: 7 }, inputs: { table: "a" } },
    ];
    const id = await newNotebook(app, cells(1));
    assert.ok(await run(app, id, "all"));
    assert.deepEqual(await states(app, id), { a: "fresh", b: "fresh", c: "fresh", d: "fresh" });

    const save = (plus: number, basedOn: number) =>
      app.request(
        `/api/notebooks/${id}`,
        json("PUT", { basedOn, notebook: { format: 1, title: "Test", cells: cells(plus) } }),
      );
    assert.equal((await save(2, 1)).status, 200);
    assert.deepEqual(await states(app, id), { a: "fresh", b: "stale", c: "stale", d: "fresh" });
    assert.equal((await save(1, 2)).status, 200);
    assert.deepEqual(await states(app, id), { a: "fresh", b: "fresh", c: "fresh", d: "fresh" });
    assert.equal(await run(app, id, "stale"), null);
    assert.deepEqual(app.defects, []);
  });

  it("tells all tabs what happens and repeats what a client has missed", async () => {
    await using app = await openApiApp(options);
    const id = await newNotebook(app, [{ id: "r", kind: "report", params: {} }]);
    await using first = await readEvents(app);
    await using second = await readEvents(app);
    assert.equal((await first.find(() => true)).message.event, "hello");
    await second.find(() => true);
    await run(app, id, ["r"]);
    const finished = await first.find(isEvent("run-finished"));
    await second.find(isEvent("run-finished"));
    assert.deepEqual(second.received.slice(1), first.received.slice(1));

    const types = first.received.flatMap(({ message }) =>
      message.event === "notebook" ? [message.data.event.type] : []
    );
    assert.deepEqual([types[0], types.at(-1)], ["run-started", "run-finished"]);
    const points = first.received.flatMap(({ message }) =>
      message.event === "notebook" && message.data.event.type === "metrics"
        ? message.data.event.points
        : []
    );
    assert.deepEqual(points.map(({ step }) => step), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.ok(types.includes("progress") && types.includes("state"));

    const started = await first.find(isEvent("started"));
    await using back = await readEvents(app, started.id);
    await back.find(isEvent("run-finished"));
    const logged = (list: typeof first.received) =>
      list.filter(({ message }) =>
        message.event === "notebook" && !["progress", "state"].includes(message.data.event.type)
      );
    const behind = first.received.indexOf(started) + 1;
    assert.deepEqual(logged(back.received), logged(first.received.slice(behind)));
    assert.deepEqual(back.received[0]?.message.data, {
      ...z.object({ server: z.string() }).parse(first.received[0]?.message.data),
      missed: false,
    });

    await using later = await readEvents(app, String(Number(finished.id) + 1000));
    const hello = await later.find(() => true);
    assert.deepEqual([hello.message.event, hello.message.data], [
      "hello",
      { ...back.received[0]?.message.data, missed: true },
    ]);
  });

  it("does not wait for a client that never reads", async () => {
    await using app = await openApiApp(options);
    const id = await newNotebook(app, [{ id: "a", kind: "number", params: {} }]);
    const response = await app.request("/api/events");
    const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())
      .getReader();
    let text = "";
    while (!text.includes("hello")) text += (await reader.read()).value ?? "";
    for (let index = 0; index < 11_000; index++) {
      app.workbench.events.publish({ event: "changed", data: { list: "models", id: `${index}` } });
    }
    await run(app, id, ["a"]);
    assert.deepEqual(await states(app, id), { a: "fresh" });
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      text += value;
    }
    assert.doesNotMatch(text, /"id":"10999"/, "it was cut off, to come back with its last id");
  });

  it("cancels what runs, and what does not listen is killed", async () => {
    await using app = await openApiApp(options);
    for (const kind of ["polite-spin", "spin"]) {
      const id = await newNotebook(app, [
        { id: "s", kind, params: {} },
        { id: "a", kind: "number", params: {} },
      ]);
      await using events = await readEvents(app);
      await run(app, id, ["s"]);
      await events.find(isEvent("started", "s"));
      const cancelled = await app.request(`/api/notebooks/${id}/cancel`, json("POST", {}));
      assert.equal(cancelled.status, 202);
      await events.find(isEvent("cancelled", "s"));
      const { lastRun, cells } = await app.idle(id);
      assert.equal(lastRun?.state, "cancelled");
      assert.equal(cells[0]?.state.state, "stale");
      await run(app, id, ["a"]);
      assert.equal((await states(app, id)).a, "fresh");
    }
  });

  it("tells how a cell failed, at its place, and goes on with the others", async () => {
    await using app = await openApiApp(options);
    const id = await newNotebook(app, [
      { id: "p", kind: "fail", params: { how: "problem" } },
      { id: "e", kind: "fail", params: { how: "error" } },
      { id: "x", kind: "fail", params: { how: "exit" } },
      { id: "after", kind: "add", params: {}, inputs: { table: "x" } },
      { id: "a", kind: "number", params: {} },
    ]);
    await run(app, id, "all");
    const { cells, lastRun } = await app.idle(id);
    assert.equal(lastRun?.state, "failed");
    const seen = cells.map(({ id, state }) => [
      id,
      state.state,
      state.state === "failed" ? state.problem.place.cell : undefined,
    ]);
    assert.deepEqual(seen, [
      ["p", "failed", "p"],
      ["e", "failed", "e"],
      ["x", "failed", "x"],
      ["after", "waiting", undefined],
      ["a", "fresh", undefined],
    ]);
  });

  it("shows tables page by page, sorted, and as CSV", async () => {
    await using app = await openApiApp(options);
    const id = await newNotebook(app, [{ id: "t", kind: "rows", params: {} }]);
    const path = `/api/notebooks/${id}/cells/t/tables/0`;
    assert.equal((await app.fail(path)).code, "workbench/table-not-found");
    await run(app, id, "all");
    await app.idle(id);
    const page = await app.ask(pageAnswerSchema, `${path}?offset=20&limit=10`);
    assert.deepEqual([page.rows, page.cells.length, page.cells[0]?.[0]], [25, 5, 20]);
    const sort = encodeURIComponent('[{"column":"row","descending":true}]');
    const sorted = await app.ask(pageAnswerSchema, `${path}?limit=2&sort=${sort}`);
    assert.deepEqual(sorted.cells.map(([row]) => row), [24, 23]);
    const filter = '[{"column":"row","op":"at-least","value":21},' +
      '{"column":"even","op":"is","value":true}]';
    const filtered = await app.ask(
      pageAnswerSchema,
      `${path}?columns=["名称","row"]&search=R2&filter=${encodeURIComponent(filter)}`,
    );
    assert.deepEqual(filtered, {
      rows: 2,
      allRows: 25,
      columns: [{ name: "名称", type: "text" }, { name: "row", type: "number" }],
      rowNumbers: [22, 24],
      cells: [["r22", 22], ["r24", 24]],
    });
    const { columns: [summary] } = await app.ask(
      summaryAnswerSchema,
      `${path}/summary?columns=["half"]`,
    );
    const { min, median, max, counts } = summary?.numbers ?? {};
    assert.deepEqual([summary?.rows, summary?.missing, min, median, max], [25, 1, -24, -1, 11.5]);
    assert.equal(counts?.reduce((sum, count) => sum + count), 24);
    const wrong: [string, number, string][] = [
      [`?sort=${sort.replace("row", "nothing")}`, 422, "table/no-such-column"],
      ['?columns=["nothing"]', 422, "table/no-such-column"],
      ['?filter=[{"column":"nothing","op":"missing"}]', 422, "table/no-such-column"],
      ['?filter=[{"column":"row","op":"is","value":"x"}]', 422, "table/filter-not-a-number"],
      ['?filter=[{"column":"row","op":"like","value":"x"}]', 400, "request/wrong-field"],
      ["?sort=row", 400, "request/wrong-field"],
      ["?columns=[1]", 400, "request/wrong-field"],
      ["?limit=1001", 400, "request/wrong-field"],
      ["?offset=-1", 400, "request/wrong-field"],
      ["?offset=x", 400, "request/wrong-field"],
    ];
    for (const [query, status, code] of wrong) {
      const failure = await app.fail(path + query);
      assert.deepEqual([failure.status, failure.code], [status, code], query);
    }
    for (const table of ["1", "-1", "x", "99999999999999999999"]) {
      const failure = await app.fail(`/api/notebooks/${id}/cells/t/tables/${table}`);
      assert.deepEqual([failure.status, failure.code], [404, "workbench/table-not-found"]);
    }
    const csv = await app.request(`${path}/file`);
    assert.match(csv.headers.get("content-disposition") ?? "", /"Test-t-rows\.csv"/);
    const lines = (await csv.text()).trimEnd().split("\n");
    assert.equal(lines.length, 26);
    assert.equal(lines[0], "row,half,名称,even,long,nan,time");
    assert.equal(lines[4], "3,,r3,false,1099511627776,,2001-09-09T01:46:40.000Z");
    assert.equal(lines[3]?.split(",")[1], "-2");
    const query = `?sort=${sort}&filter=${encodeURIComponent(filter)}`;
    const some = await (await app.request(`${path}/file${query}`)).text();
    assert.deepEqual(some.trimEnd().split("\n").map((line) => line.split(",")[0]), [
      "row",
      "24",
      "22",
    ]);
    const refused = await app.fail(`${path}/file?filter=${encodeURIComponent("[1]")}`);
    assert.deepEqual([refused.status, refused.code], [400, "request/wrong-field"]);
    const head = await app.request(`${path}/file`, { method: "HEAD" });
    assert.deepEqual([head.status, await head.text()], [200, ""]);
  });

  it("closes a kernel that has nothing to do, and starts another one when there is", async () => {
    await using app = await openApiApp({ ...options, kernelPatience: 50 });
    const id = await newNotebook(app, [{ id: "a", kind: "number", params: {} }]);
    for (const cells of ["stale", "all"]) {
      await run(app, id, cells);
      assert.equal((await app.idle(id)).cells[0]?.state.state, "fresh");
      await openKernelFolders(app.workspace.folder, 0);
    }
  });

  it("knows after a restart what was computed, and forgets it where it takes too much", async () => {
    const folder = await Deno.makeTempDir({ prefix: "healer-api-" });
    try {
      const overview = async (app: ApiApp) =>
        (await app.ask(notebooksSchema, "/api/notebooks")).notebooks.map((
          { states, data, lastRun },
        ) => ({
          states,
          data,
          lastRun: lastRun?.state,
        }));
      {
        await using app = await openApiApp({ ...options, folder });
        const cells = [
          { id: "a", kind: "number", params: {} },
          { id: "b", kind: "slow-add", params: {} },
          { id: "c", kind: "no-such-kind", params: {} },
        ];
        const id = await newNotebook(app, cells);
        assert.deepEqual(await overview(app), [
          { states: { stale: 2, failed: 1 }, data: null, lastRun: undefined },
        ]);
        await run(app, id, ["a"]);
        await app.idle(id);
      }
      {
        await using app = await openApiApp({ ...options, folder });
        assert.deepEqual(await overview(app), [
          { states: { cached: 1, stale: 1, failed: 1 }, data: null, lastRun: "finished" },
        ]);
      }
      await using app = await openApiApp({ ...options, folder, cacheLimit: 0 });
      const forgotten = { states: { stale: 2, failed: 1 }, data: null, lastRun: "finished" };
      while (app.workspace.cellResults.count() > 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      assert.deepEqual(await overview(app), [forgotten]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  });

  it("lists the cell kinds with the schema of their params", async () => {
    await using app = await openApiApp();
    const { kinds } = await app.ask(kindsSchema, "/api/kinds");
    assert.ok(kinds.length > 15);
    const train = kinds.find(({ kind }) => kind === "train");
    const { properties } = z.object({ properties: z.record(z.string(), z.unknown()) })
      .parse(train?.params);
    assert.deepEqual(
      Object.keys(properties),
      ["learner", "folds", "calibration", "tuneDecision", "keepRows", "parents", "seed"],
    );
  });
});
