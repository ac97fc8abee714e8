import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { goneOrChanged, openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Small cluster",
  cells: [
    { id: "about", kind: "note", params: { en: "# Which fault?" } },
    { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "impute", kind: "impute", params: {} },
  ],
};

describe("a notebook by keyboard alone", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) {
      pages = await openWorkbenchPages({ expected: goneOrChanged });
    }
  });

  after(() => pages?.[Symbol.asyncDispose]());

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? "");
  const isFocused = (page: Page, id: string) =>
    page.waitForFunction((id) => document.activeElement?.id === id, id);
  const isState = (page: Page, cell: string, state: string) =>
    page.locator(`#${cell}[data-state=${state}]`).waitFor({ timeout: 60_000 });
  const idsOf = async (id: string) =>
    (await pages.stored(id)).notebook.cells.map((cell) => cell.id);

  it("lasts a whole session, from the demo on", skipWithoutBrowser, async () => {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}/`);
    await isAlive(page, "Home");
    // The demo is one of the beginnings that the home page offers.
    const demo = page.getByRole("button", { name: /demo/i }).first();
    await demo.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/notebooks\//);
    await page.locator(".cells .add-cell").waitFor();
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const count = (await pages.stored(id)).notebook.cells.length;
    await page.keyboard.press("i");
    await page.keyboard.press("i");

    await page.keyboard.press("j");
    await page.waitForFunction(() => document.activeElement?.matches(".cell"));
    const first = await focused(page);
    await page.keyboard.press("j");
    await page.waitForFunction(
      (id) => document.activeElement?.matches(".cell") && document.activeElement.id !== id,
      first,
    );
    const here = await focused(page);
    await page.keyboard.press("b");
    await page.getByRole("combobox", { name: /^Add a cell after 2/ }).waitFor();
    await page.keyboard.type("simulate");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("[id^=simulate] input"));
    const added = await page.evaluate(() => document.activeElement?.closest(".cell")?.id ?? "");
    assert.notEqual(added, here);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("250");
    await page.keyboard.press("Control+Enter");
    await isState(page, added, "fresh");
    await page.keyboard.press("Escape");
    await isFocused(page, added);
    // A look at the result: the tabs come after the settings.
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press("Tab");
      const isTab = await page.evaluate(() =>
        document.activeElement?.matches(".results [role=tab]") ?? false
      );
      if (isTab) break;
    }
    await page.keyboard.press("ArrowRight");
    await page.locator(`#${added}`).getByRole("tab", { selected: true }).nth(1).waitFor();
    await page.keyboard.press("Escape");
    await isFocused(page, added);

    await page.keyboard.press("Control+z");
    await page.getByText(/^Undone: Rows of cell 3/).waitFor({ state: "attached" });
    await page.keyboard.press("Control+Shift+z");
    await page.getByText(/^Redone: Rows of cell 3/).waitFor({ state: "attached" });
    await isFocused(page, added);
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await page.locator(`#${added}`).waitFor({ state: "detached" });
    await page.keyboard.press("z");
    await page.locator(`#${added}`).waitFor();
    await isFocused(page, added);
    await page.keyboard.press("Control+s");
    await page.getByText(/^saved /).waitFor();
    assert.equal((await pages.stored(id)).notebook.cells.length, count + 1);

    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: /Type a command/ }).waitFor();
    await page.keyboard.type("revisions");
    await page.getByRole("option", { name: "Revisions" }).waitFor();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Revisions" });
    const oldest = dialog.getByRole("button", { name: /^Revision 1/ });
    await oldest.waitFor();
    await oldest.focus();
    await page.keyboard.press("Enter");
    const restore = dialog.getByRole("button", { name: "Restore" });
    await restore.waitFor();
    await restore.focus();
    await page.keyboard.press("Enter");
    await page.getByText("Revision 1 is restored as the newest.").waitFor();
    await page.locator(`#${added}`).waitFor({ state: "detached" });
    assert.equal((await pages.stored(id)).notebook.cells.length, count);
    await page.close();
  });

  it(
    "moves, folds, duplicates and runs on, and never takes a letter from a field",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make(notebook);
      const page = await pages.open(id);
      await page.keyboard.press("j");
      await isFocused(page, "about");
      await page.keyboard.press("ArrowDown");
      await isFocused(page, "simulate");
      await page.keyboard.press("Shift+Enter");
      await isFocused(page, "split");
      await isState(page, "simulate", "fresh");
      await page.keyboard.press("o");
      await page.locator("#split.folded").waitFor();
      await page.keyboard.press("x");
      await page.locator("#split:not(.folded)").waitFor();
      await page.keyboard.press("Alt+ArrowUp");
      await page.waitForFunction(() =>
        document.querySelector(".cell:nth-of-type(2)")?.id === "split"
      );
      await isFocused(page, "split");
      await page.keyboard.press("Alt+ArrowDown");
      await page.keyboard.press("Shift+D");
      await isFocused(page, "split-2");
      await page.keyboard.press("d");
      await page.keyboard.press("d");
      await page.locator("#split-2").waitFor({ state: "detached" });
      await page.keyboard.press("k");
      await page.keyboard.press("k");
      await isFocused(page, "simulate");

      await page.keyboard.press("Enter");
      await isFocused(page, "simulate-rows");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("jkdd12xoaizr?");
      assert.equal(await page.locator("#simulate-rows").inputValue(), "jkdd12xoaizr?");
      assert.equal(await page.getByRole("dialog").count(), 0);
      await page.keyboard.press("Control+z");
      await page.keyboard.press("Escape");
      await isFocused(page, "simulate");
      assert.deepEqual(await idsOf(id), ["about", "simulate", "split", "impute"]);

      await page.keyboard.press("k");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.matches("#about textarea"));
      await page.keyboard.press("Escape");
      await isFocused(page, "about");
      await page.keyboard.press("?");
      const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
      await list.getByText("Delete the cell").waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
      await isFocused(page, "about");
      await page.close();
    },
  );

  it(
    "finds commands, cells and notebooks by their names in either language, on every page",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make({ ...notebook, title: "Wednesday's incident" });
      const page = await pages.open(id);
      const opened = async (sought: string) => {
        await page.keyboard.press("Control+k");
        await page.getByRole("combobox", { name: /Type a command/ }).waitFor();
        await page.keyboard.type(sought);
      };
      await opened("缺失值");
      await page.getByRole("option", { name: "4 Fill missing values" }).waitFor();
      await page.keyboard.press("Enter");
      await isFocused(page, "impute");
      await opened("nothing of the kind");
      await page.getByText("Nothing is called “nothing of the kind”.").waitFor();
      await page.keyboard.press("Escape");
      await isFocused(page, "impute");
      await opened("<img src=x onerror=alert(1)>");
      await page.getByText("Nothing is called “<img src=x onerror=alert(1)>”.").waitFor();
      await page.keyboard.press("Escape");
      await isFocused(page, "impute");
      await opened("diagnose a file");
      await page.keyboard.press("Enter");
      await page.waitForURL(`${pages.url}/diagnose`);
      await page.locator("x-island[data-name=Commands][data-hydrated]").waitFor({
        state: "attached",
      });
      await opened("wednesday");
      await page.getByRole("option", { name: "Wednesday's incident" }).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(`${pages.url}/notebooks/${id}`);
      await page.close();
    },
  );

  it("obeys the Content Security Policy all the time", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
