import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { uploadSchema, uploadsSchema } from "@/web/upload_schema.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

describe("files that no dataset was made of", () => {
  it(
    "stand on the first page, lead to their import, and go once that was asked for twice",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages();
      const page = await pages.browser.newPage();
      const bring = async (name: string, bytes: number, text: string): Promise<void> => {
        const data = { name, bytes, fingerprint: name };
        const started = await page.request.post(`${pages.url}/api/uploads`, { data });
        const { id } = uploadSchema.parse(await started.json());
        const address = `${pages.url}/api/uploads/${id}?offset=0`;
        const headers = { "content-type": "text/csv" };
        await page.request.patch(address, { data: text, headers });
      };
      const table = "load,fault\n1,none\n9,lock\n";
      await bring("whole.csv", table.length, table);
      await bring("part.csv", 4000, table);

      await page.goto(pages.url);
      await isAlive(page, "Home");
      const waiting = page.getByRole("region", { name: "Not imported yet 2" });
      await waiting.getByText(/ of 4(.0)? kB/).waitFor();
      assert.equal(await waiting.getByRole("link").count(), 1);
      const names = async (): Promise<string[]> => {
        const answer = await page.request.get(`${pages.url}/api/uploads`);
        return uploadsSchema.parse(await answer.json()).uploads.map(({ name }) => name);
      };
      await waiting.getByRole("button", { name: "Discard part.csv" }).click();
      await waiting.getByRole("button", { name: "Keep part.csv" }).click();
      assert.deepEqual(await names(), ["part.csv", "whole.csv"]);
      await waiting.getByRole("button", { name: "Discard part.csv" }).click();
      await waiting.getByText("Discard", { exact: true }).click();
      await page.getByText("part.csv was discarded.").waitFor();
      assert.deepEqual(await names(), ["whole.csv"]);

      await page.getByRole("link", { name: "whole.csv" }).click();
      await page.waitForURL("**/import/*");
      await isAlive(page, "Import");
      await page.getByRole("button", { name: "Import", exact: true }).click();
      await page.getByRole("link", { name: "Back to the list" }).click();
      await page.getByRole("heading", { name: "Datasets 1" }).waitFor();
      assert.equal(await page.getByText("Not imported yet").count(), 0);
      assert.deepEqual(pages.complaints, []);
    },
  );
});
