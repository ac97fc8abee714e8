import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { namelessControls } from "./accessible_names.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Code",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
    { id: "code", kind: "code", params: { seconds: 3 } },
    { id: "chart", kind: "chart", params: {}, inputs: { table: "simulate" } },
    {
      id: "other",
      kind: "code",
      params: { source: "return [{ a: 1 }]" },
      inputs: { table: "simulate" },
    },
  ],
};

describe("a code cell on the page", () => {
  let pages: WorkbenchPages;
  let page: Page;
  let code: Locator;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ viewport: { width: 1280, height: 1800 } });
    page = await pages.open(await pages.make(notebook));
    code = page.locator("#code");
  });

  after(() => pages?.[Symbol.asyncDispose]());

  /** Types code in the place of what is there. */
  async function type(source: string): Promise<void> {
    const editor = code.locator(".cm-content");
    await editor.waitFor();
    await editor.click();
    await page.keyboard.press("Control+a");
    // As one text: typed key by key, brackets would be closed twice.
    await page.keyboard.insertText(source);
  }

  async function run(cell: number): Promise<void> {
    await page.getByRole("button", { name: new RegExp(`^Run cell ${cell}\\b`) }).click();
  }

  it("draws what it holds at first, on any table", skipWithoutBrowser, async () => {
    await run(2);
    await code.locator("figure svg, .figure svg").first().waitFor();
    await code.getByText(/rows × 3 columns, 1 figure/).waitFor();
    assert.deepEqual(await namelessControls(page), []);
  });

  it(
    "runs what is typed, and shows its table, its figure and its log",
    skipWithoutBrowser,
    async () => {
      await type(`console.log("rows:", table.numRows());
return {
  table: table.groupby("fault").count(),
  figures: [Plot.plot({ title: "Faults", marks: [Plot.barX(table, Plot.groupY({ x: "count" }, { y: "fault" }))] })],
};`);
      await run(2);
      await code.getByText("Faults").first().waitFor();
      await code.locator("figure svg, .figure svg").first().waitFor();
      await code.getByRole("tab", { name: /^Rows/ }).click();
      await code.getByText("replication-lag").first().waitFor();
      await code.getByRole("tab", { name: "Log" }).click();
      await code.getByText("rows: 300").waitFor();
    },
  );

  it(
    "says where it fails, in the words of the code and at its line",
    skipWithoutBrowser,
    async () => {
      await type("const rows = table.numRows();\nrows.nope.deeper;");
      await run(2);
      const problem = code.locator(".cell-problem");
      await problem.getByText(/at line 2, column 11: TypeError/).waitFor();
      await code.locator(".cm-lintRange-error").waitFor();
    },
  );

  it("is ended where it never ends, while the page goes on", skipWithoutBrowser, async () => {
    await type('console.log("spinning");\nfor (;;) {}');
    await run(2);
    await run(3);
    await page.locator("#chart figure svg, #chart .figure svg").first().waitFor();
    const problem = code.locator(".cell-problem");
    await problem.getByText("it had not finished after 3 s", { exact: false }).waitFor();
    await run(4);
    await page.locator("#other").getByText("1 row × 1 column").waitFor();
  });

  it(
    "is ended where it prints without end, and the log shows the beginning",
    skipWithoutBrowser,
    async () => {
      await type('for (let i = 0; i < 1e6; i++) console.log("line", i);');
      await run(2);
      await code.locator(".cell-problem").getByText("more than 10000 lines", { exact: false })
        .waitFor();
      await code.getByText("Log", { exact: true }).click();
      await code.getByText(/line 0\nline 1\n/).first().waitFor();
      assert.deepEqual(pages.complaints, []);
    },
  );
});
