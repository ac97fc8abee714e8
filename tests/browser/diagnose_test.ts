import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { describe, it } from "node:test";
import { simulatedCsv } from "../web/api_app.ts";
import { exampleModel } from "../web/example_models.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

describe("the pages of diagnoses", () => {
  it(
    "diagnose a file by one click, do it again another way, compare both, and keep what fails",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages();
      const page = await pages.browser.newPage();
      const brought = await page.request.post(`${pages.url}/api/models?name=cluster.onnx`, {
        data: Buffer.from(exampleModel),
        headers: { "content-type": "application/onnx" },
      });
      assert.ok(brought.ok(), await brought.text());
      const table = await simulatedCsv(150, 2);
      const open = async (): Promise<void> => {
        await page.goto(`${pages.url}/diagnose`);
        await isAlive(page, "Diagnose");
      };
      const send = async (name: string, text: string): Promise<void> => {
        await page.locator(".drop input[type=file]").setInputFiles({
          name,
          mimeType: "text/csv",
          buffer: Buffer.from(text),
        });
        await page.waitForURL("**/diagnoses/*");
      };

      await open();
      await page.getByRole("radio", { name: "10 %" }).check();
      await send("tonight.csv", table);
      const first = new URL(page.url()).pathname.split("/").at(-1);
      await page.locator(".verdict .say").waitFor();

      const again = await page.request.post(`${pages.url}/api/diagnoses/${first}/again`, {
        data: { errorRate: 0.01 },
      });
      assert.equal(again.status(), 201);
      await open();
      await page.getByRole("row", { name: /tonight\.csv/ }).nth(1).waitFor();
      await page.getByText("running", { exact: true }).waitFor({ state: "detached" });
      await page.getByRole("row", { name: /tonight\.csv/ }).first().getByRole("button").click();
      await page.getByRole("menuitem", { name: "Compare two diagnoses" }).click();
      await page.waitForURL("**/diagnoses/compare?*");
      await page.getByText("All 150 rows are diagnosed the same.").waitFor();

      await open();
      await send("other.csv", "a,b\n1,2\n");
      await page.getByText(/features the model needs are missing/).waitFor();
      const retried = page.waitForResponse(/\/retry$/);
      await page.getByRole("button", { name: "Try again" }).click();
      assert.equal((await retried).status(), 202);
      await page.getByText(/features the model needs are missing/).waitFor();
      assert.deepEqual(pages.complaints, []);
    },
  );
});
