import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { z } from "zod";
import { notebookViewSchema } from "@/web/api_schema.ts";
import { until } from "../pipeline/kernel/processes.ts";
import { serve } from "../web/served.ts";
import { openBrowser, skipWithoutBrowser } from "./browser.ts";

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
      const folder = await Deno.makeTempDir({ prefix: "healer-no-scripts-" });
      await using workbench = await serve(`${folder}/workspace`);
      await using browser = await openBrowser({ javaScriptEnabled: false });
      const page = await browser.newPage();
      await page.goto(workbench.launch ?? "");
      await page.waitForURL(`${workbench.url}/`);
      const api = `${workbench.url}/api/notebooks`;
      const answer = await browser.request.post(api, { data: { notebook, run: true } });
      const { id } = z.object({ id: z.string() }).parse(await answer.json());
      await until(async () => {
        const view = await (await browser.request.get(`${api}/${id}`)).json();
        const { run, cells } = notebookViewSchema.parse(view);
        return run === null && cells[2]?.state.state === "fresh";
      });

      await page.goto(`${workbench.url}/?lang=en`);
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
      await page.screenshot({ path: `${folder}/notebook.png`, fullPage: true });

      await page.goto(`${workbench.url}/notebooks/${id}?lang=zh`);
      await page.locator("#about").getByRole("heading", { name: "哪种故障？" }).waitFor();
      await page.screenshot({ path: `${folder}/notebook-zh.png`, fullPage: true });
      console.log(`screenshots: ${folder}`);
    },
  );
});
