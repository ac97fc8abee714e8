import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { until } from "../pipeline/kernel/processes.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Small cluster",
  cells: [
    {
      id: "about",
      kind: "note",
      params: { en: "# Which *fault*?\n\n<script>alert(1)</script>", zh: "# 哪种*故障*？" },
    },
    { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
    { id: "clean", kind: "drop-constant", params: {} },
    { id: "wrong", kind: "impute", params: { strategy: "guess" } },
  ],
};

describe("the workbench in a browser without JavaScript", () => {
  it(
    "reads: the lists, and a notebook with its texts and results",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages({ javaScriptEnabled: false });
      const page = await pages.browser.newPage();
      const id = await pages.make(notebook, { run: true });
      await until(async () => {
        const { run, cells } = await pages.stored(id);
        return run === null && cells[2]?.state.state === "fresh";
      });

      await page.goto(`${pages.url}/?lang=en`);
      await page.getByRole("link", { name: "Small cluster" }).click();
      await page.getByRole("heading", { name: "Small cluster" }).waitFor();
      await page.locator("#about").getByRole("heading", { name: "Which fault?" }).waitFor();
      assert.equal(await page.locator("#about .markdown em").textContent(), "fault");
      await page.locator("#about").getByText("<script>alert(1)</script>").waitFor();
      await page.locator("#simulate").getByText(/^300 rows × /).waitFor();
      await page.locator("#simulate").getByText("Rows of each class", { exact: true }).waitFor();
      await page.locator("#clean").getByText("fresh").waitFor();
      await page.locator("#wrong").getByText(/strategy/).waitFor();
      await page.getByText("This page reads without JavaScript").waitFor();
      await page.screenshot({ path: `${pages.folder}/notebook.png`, fullPage: true });

      await page.goto(`${pages.url}/notebooks/${id}?lang=zh`);
      await page.locator("#about").getByRole("heading", { name: "哪种故障？" }).waitFor();
      await page.screenshot({ path: `${pages.folder}/notebook-zh.png`, fullPage: true });
    },
  );
});
