import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { errorSchema } from "@/web/api_schema.ts";
import { previewSchema } from "@/web/import_schema.ts";
import { uploadSchema } from "@/web/upload_schema.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { type ApiApp, json, openApiApp } from "./api_app.ts";

const collections = ["csv-spectrum/csvs", "csv-test-data/csv", "blns"]
  .map((name) => sharedFile(`badinput/${name}`));
const naughtyStrings = sharedFile("badinput/blns/blns.json");

async function send(app: ApiApp, name: string, content: Uint8Array<ArrayBuffer>): Promise<string> {
  const body = { name, bytes: content.length, fingerprint: name.slice(0, 100) };
  const { id } = await app.ask(uploadSchema, "/api/uploads", json("POST", body));
  const piece = { method: "PATCH", body: content };
  return (await app.ask(uploadSchema, `/api/uploads/${id}?offset=0`, piece)).id;
}

/** Every cell as a field in quotes. */
function csv(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const lines = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  return new TextEncoder().encode(lines.join("\n") + "\n");
}

describe("hostile files", () => {
  it(
    "are previewed or refused in words, and break nothing",
    skipWithout(collections.includes(undefined) ? undefined : "", "../shared/badinput"),
    async () => {
      await using app = await openApiApp();
      let previewed = 0;
      for (const folder of collections) {
        for await (const { name, isFile } of Deno.readDir(folder ?? "")) {
          const content = await Deno.readFile(`${folder}/${name}`);
          if (!isFile || content.length === 0) continue;
          const id = await send(app, name, content);
          const response = await app.request(`/api/uploads/${id}/preview`, json("POST", {}));
          if (response.ok) {
            const { report, head } = previewSchema.parse(await response.json());
            const widths = new Set(head.cells.map((row) => row.length));
            assert.deepEqual(
              [...widths],
              head.cells.length > 0 ? [report.columns.length] : [],
              name,
            );
            previewed++;
          } else {
            const { error } = errorSchema.parse(await response.json());
            assert.match(error.code, /^table\//, name);
            assert.equal(error.place.file, name);
            assert.ok(error.hint.zh.length > 0);
          }
        }
      }
      assert.ok(previewed > 20, `${previewed}`);
      assert.deepEqual(app.defects, []);
    },
  );

  it(
    "keep every naughty string as it is, in names of columns and in cells",
    skipWithout(naughtyStrings, "../shared/badinput/blns"),
    async () => {
      await using app = await openApiApp();
      const strings = z.array(z.string())
        .parse(JSON.parse(await Deno.readTextFile(naughtyStrings ?? "")))
        .filter((text) => text.trim() !== "" && text.isWellFormed() && !text.includes("\0"));
      const unique = [...new Set(strings)];
      const rows = [unique, ...Array.from({ length: 3 }, () => unique.map((text) => `${text} x`))];
      const id = await send(app, "naughty.csv", csv(rows));
      const { report, head } = previewSchema.parse(
        await (await app.request(`/api/uploads/${id}/preview`, json("POST", {}))).json(),
      );
      assert.equal(report.columns.length, unique.length);
      const shown = report.columns.filter(({ name }, index) => name === unique[index]?.trim());
      assert.ok(shown.length > 0.9 * unique.length, `${shown.length} of ${unique.length}`);
      assert.deepEqual(
        head.cells[0],
        unique.map((text) => text.length > 298 ? `${text} x`.slice(0, 299) + "…" : `${text} x`),
      );
      const column = report.columns[3]?.name ?? "";
      const settings = {
        types: [{ column, type: "number" }],
        roles: report.columns.slice(4).map(({ name }) => ({ column: name, role: "ignored" })),
      };
      const changed = previewSchema.parse(
        await (await app.request(`/api/uploads/${id}/preview`, json("POST", settings))).json(),
      );
      assert.equal(changed.report.columns[3]?.unreadable, 3);
      assert.ok(changed.report.columns.slice(4).every(({ role }) => role.value === "ignored"));
      assert.deepEqual(app.defects, []);
    },
  );

  it("may have names of 10,000 characters, HTML, __proto__ and hundreds of columns", async () => {
    await using app = await openApiApp();
    const names = ["__proto__", "constructor", "<script>alert(1)</script>", "n".repeat(10_000)];
    for (let index = 0; index < 400; index++) names.push(`kpi ${index}`);
    const rows = [names, ...Array.from({ length: 30 }, (_, row) => names.map(() => String(row)))];
    const id = await send(app, `${"f".repeat(990)}.csv`, csv(rows));
    const settings = {
      types: [{ column: "__proto__", type: "text" }],
      roles: [{ column: "n".repeat(10_000), role: "group" }],
    };
    const { report } = previewSchema.parse(
      await (await app.request(`/api/uploads/${id}/preview`, json("POST", settings))).json(),
    );
    assert.deepEqual(report.columns.map(({ name }) => name), names);
    assert.equal(report.columns[0]?.type.value, "text");
    assert.equal(report.columns[3]?.role.value, "group");
    const imported = await app.request(`/api/uploads/${id}/import`, json("POST", { settings }));
    assert.equal(imported.status, 201);
    assert.deepEqual(app.workspace.datasets.list()[0]?.params.texts, ["__proto__"]);
    assert.deepEqual(app.defects, []);
  });
});
