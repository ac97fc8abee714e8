import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { savedNotebookSchema } from "@/web/api_schema.ts";
import { runsSchema } from "@/web/run_schema.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { goneOrChanged, openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Rows of a small cluster",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 600, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "map", kind: "projection", params: { rows: 300 } },
    {
      id: "train",
      kind: "train",
      params: { learner: { name: "random-forest", trees: 10 }, folds: 2 },
    },
    { id: "evaluate", kind: "evaluate", params: {} },
  ],
};

describe("rows on the page of a notebook", () => {
  let pages: WorkbenchPages;
  let page: Page;
  let id: string;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ expected: goneOrChanged });
    id = await pages.make(notebook);
    page = await pages.open(id);
    await page.getByRole("button", { name: "Run all" }).first().click();
    await isReady("evaluate");
    await page.locator("#map .map-points path").first().waitFor();
  });

  after(async () => {
    await pages?.[Symbol.asyncDispose]();
  });

  const isReady = (cell: string): Promise<void> =>
    page.locator(`#${cell}:is([data-state=fresh], [data-state=cached])`)
      .waitFor({ timeout: 60_000 });

  const picture = async (name: string): Promise<void> => {
    await page.screenshot({ path: `${pages.folder}/${name}.png` });
  };

  /** How many rows the map says are chosen. */
  async function chosenRows(): Promise<number> {
    const words = await page.locator("#map .map-chosen b").innerText();
    return Number(words.replace(/\D/g, ""));
  }

  /** Changes the training and gives the new revision; the page may save something of its own meanwhile. */
  async function withFewerTrees(): Promise<number> {
    for (;;) {
      const { revision, notebook: changed } = await pages.stored(id);
      const train = changed.cells.find((cell) => cell.id === "train");
      assert.ok(train !== undefined);
      train.params = { learner: { name: "random-forest", trees: 2 }, folds: 2 };
      const answer = await pages.browser.request.put(`${pages.url}/api/notebooks/${id}`, {
        data: { basedOn: revision, notebook: changed },
      });
      if (answer.ok()) return savedNotebookSchema.parse(await answer.json()).revision;
    }
  }

  it("make a subset cell from what is drawn around on the map", skipWithoutBrowser, async () => {
    const overlay = page.locator("#map .map-overlay");
    await overlay.scrollIntoViewIfNeeded();
    const box = await overlay.boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const corners = [[0.1, 0.1], [0.6, 0.05], [0.65, 0.6], [0.3, 0.9], [0.05, 0.6]];
    await page.mouse.move(box.x + 0.1 * box.width, box.y + 0.1 * box.height);
    await page.mouse.down();
    for (const [x, y] of corners.slice(1)) {
      await page.mouse.move(box.x + x! * box.width, box.y + y! * box.height, { steps: 8 });
    }
    await picture("lasso");
    await page.mouse.up();
    const chosen = await chosenRows();
    assert.ok(chosen > 10 && chosen < 300, `${chosen} rows are chosen`);
    await picture("chosen");
    await page.getByRole("button", { name: "Make a subset cell" }).click();
    await isReady("subset");
    const { notebook: saved, cells } = await pages.stored(id);
    assert.deepEqual(saved.cells.map((cell) => cell.id), [
      "simulate",
      "split",
      "map",
      "subset",
      "train",
      "evaluate",
    ]);
    assert.deepEqual(saved.cells.find((cell) => cell.id === "train")?.inputs, { table: "split" });
    const table = preparedSchema.parse(
      cells.find((cell) => cell.id === "subset")?.result?.result.values.table,
    );
    assert.equal(table.rows, chosen);
    await picture("subset");
    assert.deepEqual(pages.complaints, []);
  });

  it("open from the map and from the confusion matrix", skipWithoutBrowser, async () => {
    const chosen = await chosenRows();
    await page.getByRole("button", { name: "Show rows", exact: true }).click();
    const count = page.locator("#map .grid-count");
    await count.getByText(`${chosen} of`).waitFor();
    await picture("shown-rows");

    const evaluate = page.locator("#evaluate");
    await evaluate.scrollIntoViewIfNeeded();
    await evaluate.getByRole("button", { name: "Open these rows" }).click();
    await evaluate.locator(".grid-chip").nth(1).waitFor();
    const [truth, diagnosis] = await evaluate.locator(".grid-chip-text").allInnerTexts();
    assert.match(truth ?? "", /^truth is /);
    assert.match(diagnosis ?? "", /^diagnosis is /);
    const words = await evaluate.locator(".grid-count", { hasText: / of / }).innerText();
    const rows = Number(/^([\d,]+) of/.exec(words)?.[1]);
    await picture("confused-rows");
    await evaluate.getByRole("button", { name: "Make a subset cell" }).click();
    await isReady("subset-2");
    const { cells } = await pages.stored(id);
    const table = preparedSchema.parse(
      cells.find((cell) => cell.id === "subset-2")?.result?.result.values.table,
    );
    assert.equal(table.rows, rows);
    assert.deepEqual(pages.complaints, []);
  });

  it("show what is different between two runs", skipWithoutBrowser, async () => {
    const revision = await withFewerTrees();
    await pages.browser.request.post(`${pages.url}/api/notebooks/${id}/run`, {
      data: { cells: ["train", "evaluate"] },
    });
    for (let tries = 0, isScored = false; !isScored && tries < 600; tries++) {
      const answer = await pages.browser.request.get(`${pages.url}/api/notebooks/${id}/runs`);
      const [last] = runsSchema.parse(await answer.json()).runs;
      isScored = (last?.revision ?? 0) >= revision && (last?.scores.length ?? 0) > 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await page.getByRole("button", { name: "More", exact: true }).first().click();
    await page.getByRole("menuitem", { name: "Compare runs" }).click();
    const dialog = page.getByRole("dialog", { name: "Compare runs" });
    await dialog.getByText("What differs").waitFor();
    const differences = dialog.locator(".comparison-differences tbody tr");
    assert.deepEqual(
      await differences.allInnerTexts().then((rows) => rows.map((row) => row.trim())),
      [
        "Train Learner · Trees\t10\t2",
      ],
    );
    await dialog.locator("svg.plot").first().waitFor();
    await picture("comparison");
    await dialog.getByText("What B confuses otherwise than A").scrollIntoViewIfNeeded();
    await picture("comparison-confusion");
    await dialog.getByRole("button", { name: /^Make the run of .* the baseline$/ }).last().click();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.deepEqual(pages.complaints, []);
  });
});
