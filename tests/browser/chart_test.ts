import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Charts",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 400, seed: 5 } },
    { id: "chart", kind: "chart", params: { x: "cpu.mean_busy_pct", y: "disk.max_await_ms" } },
  ],
};

describe("the chart cell on the page", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) pages = await openWorkbenchPages();
  });

  after(() => pages?.[Symbol.asyncDispose]());

  it(
    "draws panels and other marks as they are asked for, and fetches what draws them only then",
    skipWithoutBrowser,
    async () => {
      const page = await pages.open(await pages.make(notebook, { run: true }));
      const scripts: string[] = [];
      page.on("request", (request) => scripts.push(new URL(request.url()).pathname));
      const chart = page.locator("#chart");
      await chart.locator("svg.plot").first().waitFor();
      assert.ok(!scripts.some((path) => path.includes("plot_view")));

      await chart.getByLabel("Panels", { exact: true }).fill("fault");
      await page.keyboard.press("Enter");
      await chart.getByText("disk.max_await_ms over cpu.mean_busy_pct, by fault").first().waitFor();
      assert.ok(scripts.some((path) => path.includes("plot_view")));
      await chart.locator("svg.plot").getByText("normal", { exact: true }).waitFor();

      const drawing = chart.getByRole("application");
      await drawing.focus();
      await page.keyboard.press("End");
      assert.match(
        await drawing.locator("[aria-live]").textContent() ?? "",
        /cpu\.mean_busy_pct [\d.]+, disk\.max_await_ms [\d.]+/,
      );

      assert.equal(await chart.getByRole("textbox", { name: "Bins" }).count(), 0);
      await chart.getByLabel("Mark", { exact: true }).selectOption("heat");
      await chart.getByText(/^Rows by cpu\.mean_busy_pct and disk\.max_await_ms, by fault/)
        .first().waitFor();
      await chart.getByRole("textbox", { name: "Bins" }).waitFor();
      await chart.locator("svg.plot [aria-label=key]").waitFor();

      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(pages.complaints, []);
    },
  );
});
