import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Validator } from "@seriousme/openapi-schema-validator";
import * as z from "zod/mini";
import type { State } from "@/web/define.ts";
import { methods } from "@/web/methods.ts";
import { loadRoutes } from "@/web/route_files.ts";
import { openTestApp } from "./test_app.ts";

const operation = z.object({ summary: z.string(), operationId: z.string() });
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** Routes under `/api/` that are pages, not operations. */
const pages = ["api/docs.tsx"];

describe("the description of the API", () => {
  it("is told by every route of the API, for each of its methods and no other", async () => {
    const files = await loadRoutes<State>(new URL("../../routes/", import.meta.url));
    const described = files.filter(({ path }) => path.startsWith("api/") && !pages.includes(path));
    assert.ok(described.length > 20);
    for (const { path, handlers, operations } of described) {
      const handled = methods.filter((method) => handlers[method] !== undefined);
      const told = methods.filter((method) => operations[method] !== undefined);
      assert.deepEqual(told, handled, `routes/${path}`);
    }
  });

  it("is valid OpenAPI 3.1 in both languages, with an id of its own for each operation", async () => {
    await using app = await openTestApp();
    const ids: Record<string, string[]> = {};
    for (const language of ["en", "zh"]) {
      const path = `/api/openapi.json?lang=${language}`;
      const response = await app.request(path, { headers: { cookie: app.cookie } });
      const document = await response.json();
      const validator = new Validator();
      const { valid, errors } = await validator.validate(document);
      assert.ok(valid, JSON.stringify(errors));
      assert.equal(validator.version, "3.1");
      const { paths } = documentSchema.parse(document);
      const operations = Object.values(paths).flatMap((each) => Object.values(each));
      ids[language] = operations.map(({ operationId }) => operationId);
      assert.equal(new Set(ids[language]).size, operations.length);
      const chinese = operations.filter(({ summary }) => /\p{Script=Han}/u.test(summary));
      assert.equal(chinese.length, language === "zh" ? operations.length : 0);
    }
    assert.deepEqual(ids.en, ids.zh);
  });

  it("can be read as a page that leads to every operation and schema", async () => {
    await using app = await openTestApp();
    const headers = { cookie: app.cookie, accept: "text/html" };
    const response = await app.request("/api/docs?lang=zh", { headers });
    assert.equal(response.status, 200);
    const html = await response.text();
    const targets = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const links = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    assert.ok(links.length > 50);
    assert.deepEqual(
      links.filter((id) => !targets.has(id)).filter((id) => !/^i-|^s-/.test(id ?? "")),
      [],
    );
    assert.match(html, /所有笔记本/);
  });
});
