import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { namelessControls } from "./accessible_names.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Asked by SQL",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
    { id: "sql", kind: "sql", params: {} },
  ],
};

describe("a SQL cell on the page", () => {
  let pages: WorkbenchPages;
  let page: Page;
  let id: string;
  let cell: Locator;
  let editor: Locator;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages();
    id = await pages.make(notebook, { run: true });
    page = await pages.open(id);
    cell = page.locator("#sql");
    editor = cell.getByRole("textbox", { name: "Query" });
  });

  after(() => pages?.[Symbol.asyncDispose]());

  async function write(query: string): Promise<void> {
    await editor.click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(query);
  }

  async function stored(query: string): Promise<void> {
    for (let tries = 0;; tries++) {
      const { notebook: { cells } } = await pages.stored(id);
      if (cells[1]?.params.query === query) return;
      assert.ok(tries < 50, JSON.stringify(cells[1]?.params));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  it("runs its query by a key and shows the table", skipWithoutBrowser, async () => {
    await cell.locator(".cm-content").waitFor();
    const query = "SELECT fault, count(*) AS n\nFROM a\nGROUP BY fault";
    await write(query);
    await page.keyboard.press("Control+Enter");
    await cell.getByText('6 rows × 2 columns, 6 classes in "fault"').first().waitFor();
    await cell.getByRole("gridcell", { name: "memory-leak" }).or(cell.getByText("memory-leak"))
      .first().waitFor();
    await stored(query);
    await page.screenshot({ path: `${pages.folder}/sql.png` });
    assert.deepEqual(await namelessControls(page), []);
    assert.deepEqual(await axeFindings(page), []);
  });

  it("says at its place why a query is refused", skipWithoutBrowser, async () => {
    await write("SELECT *\nFROM read_csv('/etc/passwd')");
    await page.keyboard.press("Control+Enter");
    await cell.getByText(/"read_csv" is called in place of a table/).waitFor();
    await cell.getByText("At Query, line 2, column 6.").waitFor();
    const mark = cell.locator(".cm-lintRange-error");
    assert.equal(await mark.textContent(), "read_csv");
    assert.equal(await editor.getAttribute("aria-invalid"), "true");
    await mark.hover();
    await cell.locator(".cm-diagnostic").getByText(/reads no files/).waitFor();
    await page.screenshot({ path: `${pages.folder}/refused.png` });
  });

  it(
    "loses nothing that is typed fast, and completes tables and columns",
    skipWithoutBrowser,
    async () => {
      await write("");
      await page.keyboard.type("SELECT fault, 'it''s' AS t FROM a WHERE fault <> 'x' AND ", {
        delay: 0,
      });
      await page.keyboard.type("cpu.max_b", { delay: 20 });
      const option = cell.getByRole("option", { name: "cpu.max_busy_pct" });
      await option.waitFor();
      await page.screenshot({ path: `${pages.folder}/completion.png` });
      await page.keyboard.press("Enter");
      await page.keyboard.type(" > 5", { delay: 0 });
      await stored(
        "SELECT fault, 'it''s' AS t FROM a WHERE fault <> 'x' AND \"cpu.max_busy_pct\" > 5",
      );
      await page.keyboard.press("Control+Enter");
      await cell.and(page.locator(":is([data-state=fresh], [data-state=cached])")).waitFor();
      await cell.getByText(/\d+ rows × 2 columns/).first().waitFor();
      await page.keyboard.press("Control+Z");
      await page.keyboard.press("Control+Z");
      await cell.getByText("its settings changed").waitFor();
    },
  );

  it("indents by Tab, and is left by Escape and Tab", skipWithoutBrowser, async () => {
    await write("SELECT 1");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    await stored("  SELECT 1");
    await page.keyboard.press("Escape");
    assert.equal(await editor.evaluate((field) => field === document.activeElement), true);
    await page.keyboard.press("Tab");
    assert.equal(await editor.evaluate((field) => field === document.activeElement), false);
    await editor.click();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    // What keys do to cells is loaded when the first of them is pressed.
    await cell.and(page.locator(":focus")).waitFor();
  });

  it("takes a text before its editor is loaded, and without it", skipWithoutBrowser, async () => {
    const slow = await pages.browser.newPage();
    let isHeld = true;
    await slow.route(/code_editor-.*\.js/, async (route) => {
      while (isHeld) await new Promise((resolve) => setTimeout(resolve, 50));
      await route.continue();
    });
    await slow.goto(`${pages.url}/notebooks/${id}`);
    const field = slow.locator("#sql textarea");
    await field.waitFor();
    await field.fill("SELECT fault FROM a");
    await field.press("Home");
    await slow.keyboard.type("/*+*/");
    isHeld = false;
    await slow.locator("#sql .cm-content").waitFor();
    await slow.keyboard.type("-- typed on\n");
    await stored("/*+*/-- typed on\nSELECT fault FROM a");
    await slow.close();
    assert.deepEqual(pages.complaints, []);
  });
});
