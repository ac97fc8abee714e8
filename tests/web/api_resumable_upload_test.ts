import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, it } from "node:test";
import { parse } from "zod/mini";
import { type UploadAnswer, uploadSchema, uploadsSchema } from "@/web/upload_schema.ts";
import { temporaryFolder } from "../cli/healer.ts";
import { filesIn } from "../store/temporary_workspace.ts";
import { json, openApiApp } from "./api_app.ts";
import { serveWorkbench } from "./served.ts";

/** Rows as CSV, of about so many bytes. */
function csv(bytes: number): Uint8Array<ArrayBuffer> {
  const row = "12.5,7.25,0.125,normal\n";
  return new TextEncoder().encode("a,b,c,fault\n" + row.repeat(bytes / row.length));
}

function told(content: Uint8Array, name = "kpis.csv") {
  return { name, bytes: content.length, fingerprint: "1-2-3" };
}

function patch(body: Uint8Array<ArrayBuffer>): RequestInit {
  return { method: "PATCH", body };
}

describe("a file sent piece by piece", () => {
  it("is found again by its name, size and fingerprint, half sent as well as whole", async () => {
    await using app = await openApiApp();
    const content = csv(1000);
    const begin = async (file = told(content)): Promise<[number, UploadAnswer]> => {
      const response = await app.request("/api/uploads", json("POST", file));
      return [response.status, parse(uploadSchema, await response.json())];
    };
    const [status, { id, offset, file }] = await begin();
    assert.deepEqual([status, offset, file], [201, 0, null]);
    const path = `/api/uploads/${id}`;
    const half = await app.ask(uploadSchema, `${path}?offset=0`, patch(content.subarray(0, 400)));
    assert.equal(half.offset, 400);
    assert.deepEqual(await begin(), [200, half]);
    assert.notEqual((await begin({ ...told(content), fingerprint: "x" }))[1].id, id);

    const response = await app.request(`${path}?offset=0`, patch(content));
    assert.equal(response.status, 409);
    assert.equal(response.headers.get("upload-offset"), "400");
    assert.equal((await response.json()).error.code, "upload/offset-conflict");

    const whole = await app.ask(uploadSchema, `${path}?offset=400`, patch(content.subarray(400)));
    const sha256 = createHash("sha256").update(content).digest("hex");
    assert.deepEqual(whole.file?.content, { sha256, bytes: content.length, media: "text/csv" });
    assert.deepEqual(await begin(), [200, whole]);
    assert.deepEqual(await app.ask(uploadSchema, path), whole);
    assert.equal((await app.fail(`${path}?offset=400`, patch(content))).status, 409);
    const { uploads } = await app.ask(uploadsSchema, "/api/uploads");
    assert.deepEqual(uploads.map(({ offset }) => offset), [0, content.length]);
    for (const each of uploads) {
      assert.equal(
        (await app.request(`/api/uploads/${each.id}`, { method: "DELETE" })).status,
        204,
      );
    }
    assert.deepEqual(await app.ask(uploadsSchema, "/api/uploads"), { uploads: [] });
    assert.deepEqual(app.defects, []);
  });

  it("is refused before it is sent where it is empty, too large or does not fit on the disk", async () => {
    const free = 100 * 2 ** 20;
    await using app = await openApiApp({
      uploadLimit: 5e9,
      freeSpace: () => Promise.resolve(free),
    });
    const begin = (bytes: number, name = "kpis.csv") =>
      app.fail("/api/uploads", json("POST", { name, bytes, fingerprint: "" }));
    const empty = await begin(0);
    assert.deepEqual([empty.status, empty.code], [422, "workbench/empty-upload"]);
    const large = await begin(5.1e9);
    assert.deepEqual([large.status, large.code], [413, "upload/too-large"]);
    assert.match(large.text, /it has 5\.1 GB, at most 5\.0 GB are allowed/);
    const full = await begin(4e9);
    assert.deepEqual([full.status, full.code], [507, "upload/no-space"]);
    assert.match(
      full.text,
      /4\.0 GB of it are still to come, and the server's disk has room for 38 MB/,
    );
    // What is promised to others is not there for this one.
    await app.ask(uploadSchema, "/api/uploads", json("POST", told(csv(30e6), "other.csv")));
    assert.equal((await begin(20e6)).code, "upload/no-space");
    for (
      const wrong of [{}, { name: "", bytes: 1, fingerprint: "" }, { ...told(csv(1)), bytes: 1.5 }]
    ) {
      assert.equal((await app.fail("/api/uploads", json("POST", wrong))).status, 400);
    }
    assert.equal((await app.fail("/api/uploads/nobody")).status, 404);
    assert.equal((await app.fail("/api/uploads/nobody", { method: "DELETE" })).status, 404);
  });

  it("is forgotten at its first piece where that is a picture or an archive", async () => {
    await using app = await openApiApp();
    const picture = new TextEncoder().encode("?PNG\r\n\x1a\n and so on and on");
    picture[0] = 0x89;
    for (const content of [picture.subarray(0, 9), picture]) {
      const { id } = await app.ask(
        uploadSchema,
        "/api/uploads",
        json("POST", told(content.slice(0, 30), "a.png")),
      );
      const failure = await app.fail(`/api/uploads/${id}?offset=0`, patch(content.slice()));
      assert.deepEqual([failure.status, failure.code], [422, "table/not-a-table"]);
      assert.match(failure.text, /a PNG picture/);
      assert.equal((await app.fail(`/api/uploads/${id}`)).status, 404);
    }
    assert.deepEqual(filesIn(join(app.workspace.folder, "partial")), []);
    assert.deepEqual(filesIn(join(app.workspace.folder, "blobs")), []);
  });

  it("goes on where it was after the server was killed in the middle of a piece", async () => {
    await using folder = await temporaryFolder();
    const workspace = folder.path("workspace");
    const content = csv(6e6);
    const first = 4_000_000;
    let token = "";
    const ask = async (url: string, init: RequestInit = {}): Promise<UploadAnswer> => {
      const headers = { ...init.headers, authorization: `Bearer ${token}` };
      const response = await fetch(url, { ...init, headers });
      return parse(uploadSchema, await response.json());
    };
    let id = "";
    {
      await using server = await serveWorkbench(workspace);
      token = server.token ?? "";
      const api = `${server.url}/api/uploads`;
      id = (await ask(api, json("POST", told(content)))).id;
      await ask(`${api}/${id}?offset=0`, patch(content.slice(0, first)));
      const began = Promise.withResolvers<void>();
      const slow = new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: (controller) => controller.enqueue(content.slice(first, first + 1_000_000)),
        pull: () => began.resolve(), // and no more comes
      });
      const cut = ask(`${api}/${id}?offset=${first}`, { method: "PATCH", body: slow });
      const failed = assert.rejects(cut);
      await began.promise;
      await server.kill();
      await failed;
    }
    await using server = await serveWorkbench(workspace);
    const api = `${server.url}/api/uploads`;
    const found = await ask(api, json("POST", told(content)));
    assert.equal(found.id, id);
    assert.equal(found.offset, first, "what was told to be received is there, and nothing else");
    const whole = await ask(`${api}/${id}?offset=${first}`, patch(content.slice(first)));
    assert.equal(
      whole.file?.content.sha256,
      createHash("sha256").update(content).digest("hex"),
    );
  });
});
