import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { join } from "node:path";
import { z } from "zod";
import { datasetSchema, datasetsSchema } from "@/web/api_schema.ts";
import { diagnosesSchema } from "@/web/diagnosis_schema.ts";
import { uploadSchema } from "@/web/upload_schema.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { filesIn } from "../store/temporary_workspace.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";

const naughtyStrings = sharedFile("badinput/blns/blns.json");

/** A body that says nothing of its length. */
function stream(...parts: readonly (string | Error)[]): RequestInit {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      for (const part of parts) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (part instanceof Error) return controller.error(part);
        controller.enqueue(new TextEncoder().encode(part));
      }
      controller.close();
    },
  });
  return { method: "POST", body };
}

function post(body: string, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", body, headers };
}

function assertNothingKept(app: ApiApp): void {
  assert.deepEqual(filesIn(join(app.workspace.folder, "blobs")), []);
  assert.deepEqual(filesIn(join(app.workspace.folder, "scratch")), []);
}

describe("uploads", () => {
  it("keep a file as it came, whatever its length is said to be, and once", async () => {
    await using app = await openApiApp();
    const text = "a,b\n1,2\n";
    const path = "/api/datasets?name=t.csv";
    const first = await app.ask(datasetSchema, path, stream("a,b\n", "1,", "2\n"));
    const second = await app.ask(datasetSchema, path, post(text, { "content-length": "8" }));
    assert.deepEqual(second.file, first.file);
    assert.equal(app.workspace.uploads.list().length, 1);
    assert.equal(first.file.content.media, "text/csv");
    assert.deepEqual([first.rows, first.columns.map(({ name }) => name)], [1, ["a", "b"]]);
    const stored = await app.workspace.blobs.read(first.file.content.sha256, true);
    assert.equal(new TextDecoder().decode(stored), text);

    const renamed = await app.ask(datasetSchema, "/api/datasets?name=u.csv", post(text));
    assert.equal(renamed.file.content.sha256, first.file.content.sha256);
    const broken = await app.fail(path, stream("PA", "R1\0…", "PAR1"));
    assert.deepEqual([broken.status, broken.code], [422, "table/broken-parquet"]);
    const [upload] = app.workspace.uploads.list();
    assert.equal(upload?.media, "application/vnd.apache.parquet", "it is kept all the same");
    const { datasets } = await app.ask(datasetsSchema, "/api/datasets");
    assert.deepEqual(datasets.map(({ id }) => id), [renamed.id, second.id, first.id]);
  });

  it("leave nothing behind when they break off, are too large or empty", async () => {
    await using app = await openApiApp({ uploadLimit: 1000 });
    const large = "x".repeat(1001);
    const failures: [RequestInit, number, string][] = [
      [stream("a,b\n", new Error("gone")), 400, "workbench/upload-cut-off"],
      [post("a,b\n", { "content-length": "100" }), 400, "workbench/upload-cut-off"],
      [stream("x".repeat(600), "x".repeat(600)), 413, "request/too-large"],
      [post(large), 413, "request/too-large"],
      [post(large, { "content-length": "1001" }), 413, "request/too-large"],
      [post(""), 422, "workbench/empty-upload"],
      [stream(), 422, "workbench/empty-upload"],
      [{ method: "POST" }, 422, "workbench/empty-upload"],
    ];
    for (const [init, status, code] of failures) {
      const failure = await app.fail("/api/datasets?name=t.csv", init);
      assert.deepEqual([failure.status, failure.code], [status, code]);
      assertNothingKept(app);
    }
    const unnamed = await app.fail("/api/datasets", post("a\n1\n"));
    assert.deepEqual([unnamed.status, unnamed.code], [400, "request/wrong-field"]);
    assert.deepEqual((await app.ask(datasetsSchema, "/api/datasets")).datasets, []);
    assert.deepEqual(app.defects, []);
  });

  it("leave nothing behind when the sender hangs up in the middle", async () => {
    await using app = await openApiApp();
    let answered = Promise.withResolvers<number>();
    await using server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen() {} },
      async (request) => {
        const { search } = new URL(request.url);
        const init = {
          method: "POST",
          body: request.body,
          headers: { "content-length": request.headers.get("content-length") ?? "" },
        };
        if (init.headers["content-length"] === "") Object.assign(init, { headers: {} });
        const response = await app.request(`/api/datasets${search}`, init);
        answered.resolve(response.status);
        return response;
      },
    );
    for (const framing of ["content-length: 1000000", "transfer-encoding: chunked"]) {
      answered = Promise.withResolvers();
      const socket = await Deno.connect({ hostname: "127.0.0.1", port: server.addr.port });
      const head = `POST /?name=t.csv HTTP/1.1\r\nhost: x\r\n${framing}\r\n\r\n`;
      await socket.write(new TextEncoder().encode(`${head}a\r\n${"x".repeat(10)}\r\n`));
      await new Promise((resolve) => setTimeout(resolve, 50));
      socket.close();
      assert.equal(await answered.promise, 400, framing);
      assertNothingKept(app);
    }
  });

  it(
    "take any file name for what it is: a label",
    skipWithout(naughtyStrings),
    async () => {
      await using app = await openApiApp();
      const names = z.array(z.string())
        .parse(JSON.parse(await Deno.readTextFile(naughtyStrings ?? "")))
        .filter((name) => name !== "").map((name) => name.slice(0, 1000));
      for (
        const [index, name] of ["../../keys.json", "/etc/passwd", "a\0b.csv", ...names].entries()
      ) {
        const body = { name, bytes: 8, fingerprint: name.slice(0, 200) };
        const upload = await app.ask(uploadSchema, "/api/uploads", json("POST", body));
        assert.equal(upload.name, name);
        if (index % 50 > 1) continue;
        const query = new URLSearchParams({ name });
        const dataset = await app.ask(datasetSchema, `/api/datasets?${query}`, post("a,b\n1,2\n"));
        assert.equal(dataset.name, name);
        assert.equal(dataset.file.name, name);
      }
      assert.deepEqual(app.defects, []);
    },
  );

  it("say what is wrong with rows that a model cannot diagnose, and keep no diagnosis", async () => {
    await using app = await openApiApp();
    const cells = [
      { id: "s", kind: "simulate", params: { rows: 300 } },
      {
        id: "t",
        kind: "train",
        params: { folds: 2, learner: { name: "random-forest", trees: 5 } },
      },
    ];
    const body = { notebook: { format: 1, title: "m", cells }, run: true };
    const created = await app.request("/api/notebooks", json("POST", body));
    const { id } = z.object({ id: z.string() }).parse(await created.json());
    const model = (await app.idle(id)).cells[1]?.model;
    assert.ok(model !== undefined);
    const path = `/api/models/${model}/diagnose?wait=true&name=rows.csv`;
    const bodies = ["a,b\n1,2\n", "\0\0\0\0", "PAR1 but no Parquet"];
    for (const text of bodies) {
      const failure = await app.fail(path, post(text));
      assert.equal(failure.status, 422, failure.text);
      const { error: { place } } = JSON.parse(failure.text);
      assert.deepEqual([place.file, place.cell], ["rows.csv", undefined]);
      assert.ok(!failure.text.includes(app.workspace.folder), failure.text);
    }
    assert.equal(
      (await app.fail("/api/models/nobody/diagnose?name=x", post("a\n1\n"))).status,
      404,
    );
    assert.deepEqual((await app.ask(diagnosesSchema, "/api/diagnoses")).diagnoses, []);
    assert.deepEqual(app.defects, []);
  });
});
