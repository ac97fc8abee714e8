import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { namelessControls } from "./accessible_names.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Small cluster",
  cells: [
    { id: "about", kind: "note", params: { en: "# Which fault?\n\nIt *matters*." } },
    { id: "simulate", kind: "simulate", params: { rows: 600, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "impute", kind: "impute", params: {} },
    {
      id: "train",
      kind: "train",
      params: { learner: { name: "random-forest", trees: 10 }, folds: 2 },
    },
    { id: "evaluate", kind: "evaluate", params: {} },
  ],
};

describe("the page of a notebook", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) {
      // A server that is gone is a network error, which is what one test is about.
      pages = await openWorkbenchPages({ expected: /ERR_|status of 409/ });
    }
  });

  after(() => pages?.[Symbol.asyncDispose]());

  /** Makes the notebook anew and opens its page. */
  async function open(): Promise<{ page: Page; id: string }> {
    const id = await pages.make(notebook);
    const page = await pages.open(id);
    // The text of the page is there before its scripts are.
    await page.getByRole("button", { name: "Run all" }).first().waitFor();
    return { page, id };
  }

  const stateOf = (page: Page, cell: string) => page.locator(`#${cell}`).getAttribute("data-state");
  const isState = (page: Page, cell: string, state: string) =>
    page.locator(`#${cell}[data-state=${state}]`).waitFor({ timeout: 60_000 });

  it(
    "runs all cells, and a change makes exactly what depends on it stale",
    skipWithoutBrowser,
    async () => {
      const { page, id } = await open();
      await page.getByRole("button", { name: "Run all" }).first().click();
      await isState(page, "evaluate", "fresh");
      for (const { id: cell } of notebook.cells) {
        assert.equal(
          await stateOf(page, cell),
          "fresh",
          cell,
        );
      }
      for (const cell of ["evaluate", "simulate"]) {
        await page.locator(`#${cell} .drawing`).first().scrollIntoViewIfNeeded();
        await page.locator(`#${cell} svg.plot`).first().waitFor();
      }
      const score = await page.locator("#evaluate .cell-summary").textContent();
      assert.match(score ?? "", /Macro-F1 0\.\d{3}/);

      const trees = page.locator("#train").getByRole("textbox", { name: "Trees" });
      await trees.fill("12");
      await isState(page, "train", "stale");
      await isState(page, "evaluate", "stale");
      for (const cell of ["about", "simulate", "split", "impute"]) {
        assert.equal(await stateOf(page, cell), "fresh", cell);
      }
      assert.equal(await page.locator("#evaluate .cell-summary").textContent(), score);
      await page.locator("#train .note", { hasText: "its settings changed" }).waitFor();
      await page.locator("#evaluate .note", { hasText: "cell 5 changed" }).waitFor();
      await page.getByRole("button", { name: "was 300: Set Trees back to 300" }).waitFor();
      await page.screenshot({ path: `${pages.folder}/stale.png`, fullPage: true });

      await page.getByRole("button", { name: /Run stale/ }).click();
      await isState(page, "evaluate", "fresh");
      assert.deepEqual((await pages.stored(id)).notebook.cells[4]?.params.learner, {
        name: "random-forest",
        trees: 12,
      });

      const [model] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "Download model" }).click(),
      ]);
      assert.match(model.suggestedFilename(), /\.onnx$/);

      await page.locator("#simulate").getByRole("tab", { name: /Rows/ }).click();
      const rows = page.locator("#simulate").getByRole("grid");
      await rows.getByRole("row").nth(10).waitFor();
      await page.locator("#simulate").getByText("600 rows", { exact: true }).waitFor();
      await page.close();
    },
  );

  it(
    "adds, moves and deletes cells by keyboard, and takes it back",
    skipWithoutBrowser,
    async () => {
      const { page, id } = await open();
      const outline = page.locator(".outline li");
      await page.getByRole("button", { name: "Add a cell after 4" }).press("Enter");
      await page.getByRole("combobox", { name: "Add a cell after 4" }).pressSequentially("scale");
      await page.keyboard.press("Enter");
      await page.locator("#scale").waitFor();
      await page.waitForFunction(() => document.activeElement?.id === "scale-method");
      await page.keyboard.press("r"); // the list chooses by the first letter
      await page.locator("#scale .field.changed").waitFor();
      assert.equal(await outline.count(), 7);

      const more = page.getByRole("button", { name: "More for cell 5, Scale columns" });
      await more.press("Enter");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter"); // up
      await page.getByRole("button", { name: "More for cell 4, Scale columns" }).press("Enter");
      await page.keyboard.press("End");
      await page.keyboard.press("Enter"); // delete
      await page.locator("#scale").waitFor({ state: "detached" });
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await page.locator("#scale").waitFor();
      assert.equal(await outline.nth(3).locator(".title").textContent(), "Scale columns");

      await page.getByText(/^saved /).waitFor();
      const cells = (await pages.stored(id)).notebook.cells;
      assert.deepEqual(cells.map((cell) => cell.id), [
        "about",
        "simulate",
        "split",
        "scale",
        "impute",
        "train",
        "evaluate",
      ]);
      assert.deepEqual(cells[3]?.params, { method: "robust" });
      await page.close();
    },
  );

  it("says where a value is wrong and keeps what was typed", skipWithoutBrowser, async () => {
    const { page, id } = await open();
    const share = page.locator("#split").getByRole("textbox", { name: "Held-out share" });
    await share.fill("7");
    await page.locator("#split").getByText("At most 0.9.").waitFor();
    assert.equal(await share.getAttribute("aria-invalid"), "true");
    await page.getByRole("button", { name: "Rename the notebook" }).click();
    await page.getByRole("textbox", { name: "Title of the notebook" }).fill("Another name");
    await page.keyboard.press("Enter");
    await page.getByText(/revision 2/).waitFor();
    assert.equal(await share.inputValue(), "7");
    const { notebook: kept } = await pages.stored(id);
    assert.equal(kept.title, "Another name");
    assert.deepEqual(kept.cells[2]?.params, {});
    await page.close();
  });

  it("shows another tab's changes", skipWithoutBrowser, async () => {
    const { page, id } = await open();
    const other = await pages.browser.newPage();
    await other.goto(`${pages.url}/notebooks/${id}`);
    await other.locator("#simulate").getByRole("textbox", { name: "Shards" }).fill("2");
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>("#simulate-shards")?.value === "2"
    );
    await other.close();
    // The tab that read the stream for both is gone.
    await pages.browser.request.put(`${pages.url}/api/notebooks/${id}`, {
      data: {
        basedOn: 2,
        notebook: { ...(await pages.stored(id)).notebook, title: "Still heard" },
      },
    });
    await page.getByRole("heading", { name: "Still heard" }).waitFor();
    await page.close();
  });

  it("has a name for every control, and fits a narrow window", skipWithoutBrowser, async () => {
    const { page, id } = await open();
    assert.deepEqual(await namelessControls(page), []);
    await page.setViewportSize({ width: 400, height: 800 });
    for (const language of ["en", "zh"]) {
      await page.goto(`${pages.url}/notebooks/${id}?lang=${language}`);
      await page.locator(".cells .add-cell").waitFor();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(width, 400, language);
      assert.deepEqual(await namelessControls(page), [], language);
      await page.screenshot({ path: `${pages.folder}/narrow-${language}.png`, fullPage: true });
    }
    await page.goto(`${pages.url}/?lang=en`);
    await page.close();
  });

  it(
    "comes back after the server was gone, with what was typed meanwhile",
    skipWithoutBrowser,
    async () => {
      const { page, id } = await open();
      await pages.kill();
      await page.getByText("Connection lost, trying again.").waitFor();
      await page.locator("#simulate").getByRole("textbox", { name: "Rows" }).fill("900");
      await page.getByText("not saved yet, trying again").waitFor();
      await page.screenshot({ path: `${pages.folder}/connection-lost.png` });
      await pages.restart();
      await page.getByText(/revision 2/).waitFor();
      await page.getByText("Connection lost").waitFor({ state: "detached" });
      assert.equal((await pages.stored(id)).notebook.cells[1]?.params.rows, 900);
      await page.getByRole("button", { name: "Run cell 2, Simulate a cluster" }).click();
      await isState(page, "simulate", "fresh");
      await page.close();
    },
  );

  it("obeys the Content Security Policy all the time", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
