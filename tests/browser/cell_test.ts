import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import type { NotebookContent } from "@/web/api_schema.ts";
import { namelessControls } from "./accessible_names.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const markup = '<img src=x onerror="document.title=1"> ﷽ {{7*7}}';

const notebook = {
  format: 1,
  title: "Cells",
  cells: [
    { id: "about", kind: "note", title: markup, params: { en: "Text" } },
    { id: "simulate", kind: "simulate", params: { rows: 120, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "impute", kind: "impute", params: { strategy: markup } },
    { id: "evaluate", kind: "evaluate", params: {}, inputs: { model: "impute" } },
  ],
};

describe("a cell on the page", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) pages = await openWorkbenchPages();
  });

  after(() => pages?.[Symbol.asyncDispose]());

  async function open(content: unknown = notebook): Promise<{ page: Page; id: string }> {
    const id = await pages.make(content);
    const page = await pages.open(id);
    await page.locator(".cells .cell .cell-title").first().waitFor();
    return { page, id };
  }

  /** The notebook as the server has it, once it is as expected. */
  async function saved(
    id: string,
    isExpected: (cells: NotebookContent["cells"]) => boolean,
  ): Promise<NotebookContent["cells"]> {
    for (let tries = 0;; tries++) {
      const { notebook: { cells } } = await pages.stored(id);
      if (isExpected(cells)) return cells;
      assert.ok(tries < 100, `never saved: ${JSON.stringify(cells)}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  const order = (page: Page): Promise<string[]> =>
    page.locator(".cells .cell").evaluateAll((cells) => cells.map(({ id }) => id));
  const menu = async (page: Page, cell: string, entry: string): Promise<void> => {
    await page.locator(`#${cell}`).getByRole("button", { name: /^More for/ }).click();
    await page.getByRole("menuitem", { name: entry, exact: true }).click();
  };

  it("is renamed in place, and every text is only shown", skipWithoutBrowser, async () => {
    const { page, id } = await open();
    const title = page.locator("#about .cell-title");
    assert.equal(await title.textContent(), markup);
    await page.locator("#split .cell-title").click();
    const field = page.getByRole("textbox", { name: "Title of cell 3, Split" });
    await field.fill("Never mind");
    await field.press("Escape");
    assert.equal(await page.locator("#split .cell-title").textContent(), "Split");
    await menu(page, "split", "Rename");
    await field.fill("By <b>incident</b>");
    await field.press("Enter");
    await page.locator(".outline").getByText("By <b>incident</b>").waitFor();
    const cells = await saved(id, (now) => now[2]?.title !== undefined);
    assert.equal(cells[2]?.title, "By <b>incident</b>");
    await page.locator("#split .cell-title").click();
    await page.getByRole("textbox", { name: /^Title of cell 3/ }).fill(" ");
    await page.keyboard.press("Enter");
    assert.equal(await page.locator("#split .cell-title").textContent(), "Split");
    assert.equal(await page.locator(".cells img").count(), 0);
    assert.deepEqual(await namelessControls(page), []);
    await page.close();
  });

  it("says why it cannot read, and repairs that by a press", skipWithoutBrowser, async () => {
    const { page, id } = await open();
    const evaluate = page.locator("#evaluate");
    await evaluate.getByText("That cell gives a table.").waitFor();
    await evaluate.getByRole("button", { name: /^Input of Evaluate: 4/ }).first().press("Enter");
    const list = page.getByRole("listbox", { name: "Input of Evaluate" });
    await list.getByRole("option", { name: "1", exact: false }).first().waitFor();
    assert.match(await list.textContent() ?? "", /Simulate a clustergives a table/);
    await page.keyboard.press("Escape");
    await list.waitFor({ state: "detached" });
    await page.screenshot({ path: `${pages.folder}/wrong-wire.png` });
    await evaluate.getByRole("button", { name: "Add Train" }).click();
    await page.locator("#train").waitFor();
    const cells = await saved(id, (now) => now.length === 6);
    assert.deepEqual(cells.map((cell) => cell.id).slice(3), ["impute", "train", "evaluate"]);
    assert.equal(cells[5]?.inputs, undefined);
    await evaluate.getByRole("button", { name: "Input of Evaluate: 5 Train" }).press("Enter");
    await list.waitFor();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter"); // what does not fit cannot be chosen
    assert.equal(await list.count(), 1);
    await page.keyboard.press("Escape");
    await page.close();
  });

  it(
    "is edited as JSON: an error keeps the text, a repair is one step",
    skipWithoutBrowser,
    async () => {
      const { page, id } = await open();
      const split = page.locator("#split");
      await split.getByRole("tab", { name: "JSON" }).click();
      const editor = split.getByRole("textbox", { name: "cell 3, Split as JSON" });
      await editor.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText('{ "kind": "split", "params": { "fraction": 7, } }');
      await split.getByText("Line 1, column 47 is not valid JSON.").waitFor();
      assert.equal(await editor.getAttribute("aria-invalid"), "true");
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText('{ "kind": "split", "params": { "seed": "x" } }');
      await page.keyboard.press("Control+Enter");
      await split.getByText(/its param "seed" is not valid/).waitFor();
      assert.equal(await split.locator(".cm-lintRange-error").textContent(), '"x"');
      await page.screenshot({ path: `${pages.folder}/json-wrong.png` });
      await split.getByRole("tab", { name: "Form" }).click();
      await split.getByRole("textbox", { name: "Seed" }).waitFor();
      await split.getByRole("tab", { name: "JSON, not applied" }).click();
      await editor.getByText('"x"').waitFor();
      await editor.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(
        '{ "kind": "split", "title": "Mine", "params": { "seed": 9 } }',
      );
      await split.getByRole("button", { name: "Apply" }).click();
      await split.getByText("As the cell is.").waitFor();
      const cells = await saved(id, (now) => now[2]?.title === "Mine");
      assert.deepEqual(cells[2]?.params, { seed: 9 });
      await page.getByRole("button", { name: /^Undo/ }).first().click();
      await page.locator("#split .cell-title", { hasText: "Split" }).waitFor();
      assert.deepEqual((await saved(id, (now) => now[2]?.title === undefined))[2]?.params, {});
      await page.close();
    },
  );

  it("is found by its synonyms and added with what it needs", skipWithoutBrowser, async () => {
    const { page, id } = await open({ format: 1, title: "", cells: [notebook.cells[1]] });
    await page.getByRole("button", { name: "Add a cell", exact: true }).press("Enter");
    await page.getByRole("combobox", { name: /^Add a cell/ }).pressSequentially("confusion matrix");
    await page.getByText("Adds what it needs, too: Train.").waitFor();
    await page.screenshot({ path: `${pages.folder}/palette.png` });
    await page.keyboard.press("Enter");
    await page.locator("#evaluate").waitFor();
    await page.getByRole("button", { name: "Add a cell", exact: true }).press("Enter");
    await page.getByRole("combobox", { name: /^Add a cell/ }).pressSequentially("归一化");
    await page.keyboard.press("Enter");
    await page.locator("#scale").waitFor();
    const cells = await saved(id, (now) => now.length === 4);
    assert.deepEqual(cells.map((cell) => cell.id), ["simulate", "train", "evaluate", "scale"]);
    await page.close();
  });

  it("is moved by dragging and by keys", skipWithoutBrowser, async () => {
    const { page } = await open();
    await menu(page, "simulate", "Fold all cells");
    const handle = page.locator("#impute .order");
    const fetched = page.waitForResponse(/drag_cell/);
    await handle.hover();
    await fetched;
    await handle.dragTo(page.locator("#simulate"), { targetPosition: { x: 60, y: 12 } });
    await page.locator("#impute + .insert + #simulate").waitFor();
    assert.deepEqual(await order(page), ["about", "impute", "simulate", "split", "evaluate"]);
    const said = page.locator("[data-announcer]");
    assert.match(await said.textContent() ?? "", /place 2 of 5.*then has nothing to read/);
    await page.locator("#impute").focus();
    await page.keyboard.press("Alt+ArrowDown");
    assert.deepEqual(await order(page), ["about", "simulate", "impute", "split", "evaluate"]);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "impute");
    await page.close();
  });

  it("is duplicated, deleted, brought back, folded and pasted", skipWithoutBrowser, async () => {
    const { page, id } = await open();
    await menu(page, "split", "Duplicate");
    await page.locator("#split-2").waitFor();
    await menu(page, "split", "Delete");
    await page.locator("#split").waitFor({ state: "detached" });
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await page.locator("#split").waitFor();
    await menu(page, "split", "Fold");
    await saved(id, (now) => now.length === 6);
    await page.reload();
    await page.locator("#split.folded").waitFor();
    assert.equal(await page.locator(".cell.folded").count(), 1);

    await page.locator("#simulate").focus();
    const paste = (text: string) =>
      page.evaluate((pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", pasted);
        document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
      }, text);
    await paste(
      '[{ "id": "a", "kind": "scale" }, { "kind": "profile", "inputs": { "table": "a" } }]',
    );
    await page.locator("#profile").waitFor();
    assert.deepEqual((await order(page)).slice(1, 4), ["simulate", "scale", "profile"]);
    await paste('{ "kind": ');
    await page.getByText("Line 1, column 11 is not valid JSON.").waitFor();
    const cells = await saved(id, (now) => now.length === 8);
    assert.deepEqual(cells[3]?.inputs, { table: "scale" });
    await page.close();
  });

  it("keeps what is no value yet, and says so where it stands", skipWithoutBrowser, async () => {
    const { page } = await open();
    const impute = page.locator("#impute");
    await impute.locator("select").getByText(markup).waitFor({ state: "attached" });
    await impute.locator(".field .wrong", { hasText: "Allowed: one of" }).waitFor();
    const share = page.locator("#split").getByRole("textbox", { name: "Held-out share" });
    await share.fill("7");
    await menu(page, "split", "Fold");
    await menu(page, "split", "Unfold");
    assert.equal(await share.inputValue(), "7");
    await page.reload();
    await page.locator("#split").getByText("At most 0.9.").waitFor();
    assert.equal(await share.inputValue(), "7");
    await share.focus();
    await page.locator(".help-tip:popover-open", { hasText: "never sees" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".help-tip:popover-open").waitFor({ state: "detached" });
    await page.close();
  });

  it("obeys the Content Security Policy all the time", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
