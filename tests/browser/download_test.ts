import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unzipSync } from "fflate";
import type { Download, Locator, Page } from "playwright-core";
import { until } from "../pipeline/kernel/processes.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Faults",
  cells: [
    { id: "data", kind: "simulate", params: { rows: 300, seed: 3 } },
    {
      id: "train",
      kind: "train",
      params: { folds: 2, learner: { name: "random-forest", trees: 10 } },
    },
    { id: "found", kind: "diagnose", params: {} },
  ],
};

async function item(page: Page, name: string | RegExp): Promise<Locator> {
  await page.getByRole("button", { name: "Download", exact: true }).click();
  return page.getByRole("menuitem", { name });
}

async function taken(
  page: Page,
  act: () => Promise<void>,
): Promise<{ file: Download; bytes: Uint8Array }> {
  const waiting = page.waitForEvent("download");
  await act();
  const file = await waiting;
  return { file, bytes: await Deno.readFile(await file.path()) };
}

describe("the menu of downloads", () => {
  it(
    "gives every form, models with their cards, diagnoses and all at once, and says what goes wrong",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages({ expected: /status of (404|500)|ERR_FAILED/ });
      const { browser, url, folder, complaints } = pages;
      const id = await pages.make(notebook);
      await browser.request.post(`${url}/api/notebooks/${id}/run`, { data: { cells: "all" } });
      await until(async () => (await pages.stored(id)).run === null);
      const page = await pages.open(id, "?lang=en");
      const before = page.url();

      await (await item(page, "Notebook (.json)")).waitFor();
      const names = await page.getByRole("menuitem").allTextContents();
      assert.deepEqual(names.slice(0, 2), ["Notebook (.json)", "Report (.html)"]);
      assert.deepEqual(names.slice(-4), [
        "Model of cell 2 (.onnx)",
        "Model card of cell 2 (.json)",
        "Diagnosis of cell 3 (.csv)",
        "Everything (.zip)",
      ]);
      await page.screenshot({ path: `${folder}/menu.png` });
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press("Escape");

      // A change that is not saved yet is in the file all the same.
      await page.locator("#train").getByRole("textbox", { name: "Folds" }).fill("3");
      const saved = await taken(page, async () => await (await item(page, /^Notebook/)).click());
      assert.equal(saved.file.suggestedFilename(), "Faults.json");
      assert.match(new TextDecoder().decode(saved.bytes), /"folds": 3/);
      await page.locator("#train").getByRole("textbox", { name: "Folds" }).fill("2");
      await until(async () => (await pages.stored(id)).cells[1]?.state.state !== "stale");

      const report = await taken(page, async () => await (await item(page, /^Report/)).click());
      assert.equal(report.file.suggestedFilename(), "Faults.html");
      const html = new TextDecoder().decode(report.bytes);
      assert.match(html, /^<!doctype html>[\s\S]*<title>Faults · /);
      const card = await taken(page, async () => await (await item(page, /^Model card/)).click());
      assert.equal(card.file.suggestedFilename(), "Faults-train.card.json");
      const all = await taken(page, async () => await (await item(page, /^Everything/)).click());
      const files = unzipSync(all.bytes);
      assert.equal(all.file.suggestedFilename(), "Faults.zip");
      assert.deepEqual(files["notebook.html"], report.bytes);
      assert.deepEqual(files["train.card.json"], card.bytes);
      assert.equal(await page.locator(".messages .message").count(), 0);

      // By name from the list of commands, too.
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: /command/ }).fill("diagnosis of cell 3");
      await page.getByRole("option", { name: "Diagnosis of cell 3 (.csv)" }).waitFor();
      const result = await taken(page, async () => await page.keyboard.press("Enter"));
      assert.deepEqual(result.bytes, files["found.csv"]);

      const problem = {
        code: "export/x",
        message: { en: "Cannot carry the code.", zh: "x" },
        place: {},
        hint: { en: "Leave it out.", zh: "x" },
      };
      await page.route(
        /export\?as=html/,
        (route) => route.fulfill({ status: 500, json: { error: problem } }),
      );
      await (await item(page, /^Report/)).click();
      await page.locator(".message").getByText("Cannot carry the code. Leave it out.").waitFor();
      await page.screenshot({ path: `${folder}/refused.png` });
      await page.unroute(/export\?as=html/);

      // What takes long says so and can be given up.
      const gate = Promise.withResolvers<void>();
      await page.route(/archive/, async (route) => {
        await gate.promise;
        await route.abort();
      });
      await (await item(page, /^Everything/)).click();
      await page.locator(".message").getByText("Making Everything (.zip) …").waitFor();
      await page.screenshot({ path: `${folder}/making.png` });
      await page.locator(".message").getByRole("button", { name: "Cancel" }).click();
      await page.locator(".message").waitFor({ state: "detached" });
      gate.resolve();

      // A file that is gone is told on the page as well.
      await page.route(
        /cells\/train\/file/,
        async (route) =>
          await route.continue({ url: route.request().url().replace("/train/", "/data/") }),
      );
      await page.locator("#train").getByRole("link", { name: "Download model" }).click();
      await page.locator(".message").getByText(/Cannot download from the cell "data"/).waitFor();
      assert.equal(page.url(), before);
      assert.deepEqual(complaints, []);
    },
  );
});
