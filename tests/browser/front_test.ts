import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { until } from "../pipeline/kernel/processes.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "For those on call",
  cells: [
    { id: "simulate", kind: "simulate", title: "Cluster", params: { rows: 300, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "impute", kind: "impute", params: {} },
    {
      id: "train",
      kind: "train",
      params: { learner: { name: "random-forest", trees: 10 }, folds: 2 },
    },
    { id: "diagnose", kind: "diagnose", params: {} },
  ],
};

describe("the front panel of a notebook", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) pages = await openWorkbenchPages();
  });

  after(() => pages?.[Symbol.asyncDispose]());

  it("gets settings by a pin beside each, which can be undone", skipWithoutBrowser, async () => {
    const id = await pages.make(notebook);
    const page = await pages.open(id);
    const front = page.getByRole("region", { name: "Front panel" });
    assert.equal(await front.count(), 0);
    const form = page.getByRole("form", { name: "Settings of Cluster" });
    await form.getByRole("textbox", { name: "Rows" }).focus();
    await page.keyboard.press("Tab");
    const pin = form.getByRole("button", { name: "Rows: on the front panel" });
    await pin.press("Enter");
    await front.getByRole("textbox", { name: "Rows" }).fill("250");
    assert.equal(await pin.getAttribute("aria-pressed"), "true");
    await until(async () => {
      const { notebook: { cells, exposed } } = await pages.stored(id);
      return exposed?.[0]?.param === "rows" && cells[0]?.params.rows === 250;
    });
    assert.equal(await form.getByRole("textbox", { name: "Rows" }).inputValue(), "250");

    await page.locator("#simulate").getByRole("button", { name: /^More/ }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await front.waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await front.getByRole("textbox", { name: "Rows" }).waitFor();
    await page.close();
    assert.deepEqual(pages.complaints, []);
  });

  it(
    "alone runs the notebook and gives the model and the diagnosis",
    skipWithoutBrowser,
    async () => {
      const exposed = [
        { cell: "train", param: "learner" },
        { cell: "diagnose", param: "file" },
        { cell: "simulate", param: "rows" },
        { cell: "simulate", param: "gone" },
        { cell: "gone", param: "rows" },
      ];
      const id = await pages.make({ ...notebook, exposed });
      const page = await pages.browser.newPage();
      await page.goto(`${pages.url}/notebooks/${id}?front`);
      const front = page.getByRole("region", { name: "Front panel" });
      await front.waitFor();
      assert.deepEqual(
        await front.locator(".front-fields h3").allTextContents(),
        ["Cluster", "Train", "Diagnose"],
      );
      assert.equal(await page.locator(".cell:visible").count(), 0);
      // Keys act on cells only where they are in sight.
      await page.keyboard.press("d");
      await page.keyboard.press("d");
      await front.getByRole("textbox", { name: "Trees" }).fill("5");
      await front.getByRole("button", { name: "Run" }).click();
      await front.getByText("The results are those of these settings.").waitFor();
      const results = front.locator(".front-results");
      await results.getByText(/Random forest on/).waitFor();
      const model = results.getByRole("link", { name: /model/i }).first();
      const [file] = await Promise.all([page.waitForEvent("download"), model.click()]);
      assert.match(file.suggestedFilename(), /\.onnx$/);
      assert.equal((await pages.stored(id)).notebook.cells.length, 5);

      for (const [width, colorScheme] of [[1280, "light"], [400, "dark"]] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: `${pages.folder}/front-${width}.png`, fullPage: true });
        const excess = await page.evaluate(() =>
          document.documentElement.scrollWidth - document.documentElement.clientWidth
        );
        assert.equal(excess, 0, `${width} px`);
        assert.deepEqual(await axeFindings(page), []);
      }
      await page.getByRole("link", { name: "Show the cells" }).click();
      await page.locator("#simulate").waitFor();
      assert.doesNotMatch(page.url(), /front/);
      await page.screenshot({ path: `${pages.folder}/front-above-400.png` });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${page.url()}?lang=zh`);
      await page.getByRole("region", { name: "前面板" }).waitFor();
      await page.locator("#simulate .field").first().hover();
      await page.screenshot({ path: `${pages.folder}/front-above-zh.png` });
      await page.close();
      assert.deepEqual(pages.complaints, []);
    },
  );
});
