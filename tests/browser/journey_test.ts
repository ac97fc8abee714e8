import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { z } from "zod";
import { homeTexts } from "@/components/texts_home.ts";
import { downloadTexts } from "@/components/texts_download.ts";
import type { FigureOf } from "@/pipeline/cells/figure.ts";
import { parseRowRanges } from "@/pipeline/table/row_ranges.ts";
import { kindsSchema, type NotebookContent, notebookViewSchema } from "@/web/api_schema.ts";
import { pageAnswerSchema } from "@/web/table_schema.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { dictionaryTexts, englishOn, englishTexts } from "./english_texts.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const modelSchema = z.object({ file: z.object({ sha256: z.string() }) });
const subsetSchema = z.object({ rows: z.string() });

describe("the way through the workbench", () => {
  let pages: WorkbenchPages;
  let page: Page;
  /** The address of the notebook, of the API. */
  let address: string;
  /** The notebook before the first edit, and after each. */
  const versions: NotebookContent[] = [];

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ signIn: false });
    await pages.browser.grantPermissions(["clipboard-read", "clipboard-write"]);
    page = await pages.browser.newPage();
  });

  after(() => pages?.[Symbol.asyncDispose]());

  const picture = async (name: string): Promise<void> => {
    await page.screenshot({ path: `${pages.folder}/${name}.png` });
  };
  const view = async () =>
    notebookViewSchema.parse(await (await pages.browser.request.get(address)).json());
  const isReady = (cell: string): Promise<void> =>
    page.locator(`#${cell}:is([data-state=fresh], [data-state=cached])`)
      .waitFor({ timeout: 120_000 });

  /** The states of the cells, as the page shows them. */
  async function states(): Promise<Record<string, string | undefined>> {
    const cells = await page.locator(".cells .cell").evaluateAll((cells) =>
      cells.map((cell) => [cell.id, cell.getAttribute("data-state") ?? undefined])
    );
    return Object.fromEntries(cells);
  }

  /** Waits until every cell is up to date. */
  async function areAllReady(): Promise<void> {
    await page.locator(".cells .add-cell").waitFor();
    for (const id of Object.keys(await states())) await isReady(id);
  }

  /** Waits until exactly `ids` are stale, and everything else is up to date. */
  async function isStaleExactly(...ids: string[]): Promise<void> {
    for (const id of ids) await page.locator(`#${id}[data-state=stale]`).waitFor();
    for (const [id, state] of Object.entries(await states())) {
      if (ids.includes(id)) assert.equal(state, "stale", id);
      else assert.ok(state === "fresh" || state === "cached", `${id} is ${state}`);
    }
  }

  /** The notebook on the server once it is as the page says that it is. */
  async function saved(isExpected: (notebook: NotebookContent) => boolean) {
    for (let tries = 0;; tries++) {
      const { notebook } = await view();
      if (isExpected(notebook)) return notebook;
      assert.ok(tries < 150, `never saved: ${JSON.stringify(notebook.cells)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  const paramsOf = (notebook: NotebookContent, id: string) =>
    notebook.cells.find((cell) => cell.id === id)?.params;

  /** The rows that a cell shows, each with its number, from 1. */
  async function rowsOf(cell: string): Promise<Map<number, string>> {
    const { cells } = await view();
    const tables = cells.find(({ id }) => id === cell)?.result?.result.tables ?? [];
    const table = tables.findIndex(({ name }) => name === "rows");
    const rows = new Map<number, string>();
    for (let offset = 0, count = 1; offset < count; offset += 1000) {
      const path = `${address}/cells/${cell}/tables/${table}?offset=${offset}&limit=1000`;
      const answer = z.parse(
        pageAnswerSchema,
        await (await pages.browser.request.get(path)).json(),
      );
      count = answer.rows;
      answer.cells.forEach((cells, index) => rows.set(offset + index + 1, JSON.stringify(cells)));
    }
    return rows;
  }

  it("opens by the launch link and runs the demo with one click", skipWithoutBrowser, async () => {
    await page.goto(pages.launch);
    await page.waitForURL(`${pages.url}/`);
    await isAlive(page, "Home");
    await picture("home");
    await page.getByRole("button", { name: homeTexts.openDemo.en }).click();
    await page.waitForURL("**/notebooks/*");
    address = page.url().replace("/notebooks/", "/api/notebooks/");
    await areAllReady();
    await picture("demo");
    const { notebook, run, lastRun } = await view();
    assert.deepEqual([run, lastRun?.state], [null, "finished"]);
    versions.push(notebook);
  });

  it("makes stale what depends on a param, and nothing else", skipWithoutBrowser, async () => {
    const trees = page.locator("#train").getByRole("textbox", { name: "Trees" });
    await trees.fill("8");
    await isStaleExactly("train", "evaluate", "diagnose");
    await trees.scrollIntoViewIfNeeded();
    await picture("stale");
    versions.push(await saved((now) => JSON.stringify(paramsOf(now, "train")).includes(":8")));
    await page.getByRole("button", { name: /^Run stale/ }).click();
    await areAllReady();
  });

  it("opens the rows behind a cell of the confusion matrix", skipWithoutBrowser, async () => {
    const { cells } = await view();
    const figures = cells.find(({ id }) => id === "evaluate")?.result?.result.figures ?? [];
    const figure = figures.find((figure): figure is FigureOf<"confusion"> =>
      figure.type === "confusion"
    );
    assert.ok(figure);
    const { classes, counts } = figure;
    const confused = counts.flatMap((row, truth) =>
      row.map((rows, diagnosed) => ({ truth, diagnosed, rows }))
    ).filter(({ truth, diagnosed }) => truth !== diagnosed);
    const most = confused.reduce((most, each) => each.rows > most.rows ? each : most);
    assert.ok(most.rows > 0, "so few trees confuse some faults");

    const drawing = page.locator("#evaluate .figure", { hasText: figure.title.en })
      .getByRole("application");
    await drawing.scrollIntoViewIfNeeded();
    const numbers = drawing.locator("svg g[aria-label=text]").first().locator("text");
    await numbers.first().waitFor();
    assert.equal(await numbers.count(), classes.length ** 2);
    const number = numbers.nth(most.truth * classes.length + most.diagnosed);
    assert.equal(await number.textContent(), String(most.rows));
    const box = await number.boundingBox();
    assert.ok(box);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await drawing.locator(".figure-tip").waitFor();
    await picture("confusion");
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);

    const evaluate = page.locator("#evaluate");
    const [truth, diagnosed] = [classes[most.truth] ?? "", classes[most.diagnosed] ?? ""];
    await evaluate.locator(".grid-chip").nth(1).waitFor();
    assert.deepEqual(await evaluate.locator(".grid-chip-text").allInnerTexts(), [
      `truth is ${truth}`,
      `diagnosis is ${diagnosed}`,
    ]);
    await evaluate.locator(".grid-count", { hasText: `${most.rows} of` }).waitFor();
    const row = evaluate.locator(".grid-body .grid-row").first();
    await row.getByText(truth, { exact: true }).waitFor();
    await row.getByText(diagnosed, { exact: true }).waitFor();
    await picture("confused-rows");
  });

  it("adds a map by keyboard, draws around rows and keeps them", skipWithoutBrowser, async () => {
    await page.locator("#split").focus();
    await page.keyboard.press("b");
    await page.getByRole("combobox", { name: /^Add a cell after 3/ }).waitFor();
    await page.keyboard.type("t-sne");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("#projection .params *"));
    versions.push(await saved((now) => paramsOf(now, "projection") !== undefined));
    for (let presses = 0; presses < 30; presses++) {
      if (await page.evaluate(() => document.activeElement?.id === "projection-rows")) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Control+a");
    await page.keyboard.type("400");
    versions.push(await saved((now) => paramsOf(now, "projection")?.rows === 400));
    await page.keyboard.press("Control+Enter");
    await isReady("projection");

    const overlay = page.locator("#projection .map-overlay");
    await overlay.scrollIntoViewIfNeeded();
    await page.locator("#projection .map-points path").first().waitFor();
    const box = await overlay.boundingBox();
    assert.ok(box);
    const at = (x: number, y: number) => [box.x + x * box.width, box.y + y * box.height] as const;
    await page.mouse.move(...at(0.1, 0.1));
    await page.mouse.down();
    for (const [x, y] of [[0.6, 0.05], [0.65, 0.6], [0.3, 0.9], [0.05, 0.6]] as const) {
      await page.mouse.move(...at(x, y), { steps: 8 });
    }
    await picture("lasso");
    await page.mouse.up();
    await page.locator("#projection .map-chosen b").waitFor();
    const words = await page.locator("#projection .map-chosen b").innerText();
    const count = Number(words.replace(/\D/g, ""));
    assert.ok(count > 10 && count < 400, words);
    await page.locator("#projection").getByRole("button", { name: "Make a subset cell" }).click();
    await page.locator("#projection + .insert + #subset").waitFor();
    await areAllReady();
    versions.push(await saved((now) => paramsOf(now, "subset") !== undefined));
    await picture("subset");

    const { rows } = subsetSchema.parse(paramsOf(versions.at(-1)!, "subset"));
    const ranges = parseRowRanges(rows);
    assert.ok(!("part" in ranges));
    const all = await rowsOf("simulate");
    const expected = [...all.keys()].filter((row) =>
      ranges.some(({ from, to }) => row >= from && row <= to)
    );
    assert.equal(expected.length, count);
    const kept = [...(await rowsOf("subset")).values()];
    assert.deepEqual(kept, expected.map((row) => all.get(row)));
    await page.locator("#subset").getByRole("tab", { name: /Rows/ }).click();
    await page.locator("#subset .grid-count", { hasText: `${count} rows` }).waitFor();
  });

  it("undoes all that was edited, step by step, and redoes it", skipWithoutBrowser, async () => {
    await page.locator("#split").focus();
    const isVersion = (version: NotebookContent) =>
      saved((now) => JSON.stringify(now) === JSON.stringify(version));
    for (const version of versions.slice(0, -1).reverse()) {
      await page.keyboard.press("Control+z");
      await isVersion(version);
    }
    await page.locator("#projection").waitFor({ state: "detached" });
    await areAllReady(); // the results of before are still known
    assert.equal(await page.locator("#train-learner-trees").inputValue(), "150");
    assert.ok(await page.getByRole("button", { name: "Undo" }).first().isDisabled());
    for (const version of versions.slice(1)) {
      await page.keyboard.press("Control+Shift+z");
      await isVersion(version);
    }
    await page.locator("#subset").waitFor();
    await areAllReady();
    await picture("redone");
  });

  it("speaks Chinese throughout, and gives the model away", skipWithoutBrowser, async () => {
    const { kinds } = kindsSchema.parse(
      await (await pages.browser.request.get(`${pages.url}/api/kinds`)).json(),
    );
    const known = new Set([...await dictionaryTexts(), ...englishTexts([kinds, await view()])]);
    // A class of the data is called so, too, and stays as it is.
    known.delete("normal");
    const english = await englishOn(page, known);
    assert.ok(english.length > 50, `there is English to be found: ${english.join("\n")}`);
    await page.getByRole("link", { name: "中文" }).click();
    await page.locator("html[lang=zh-CN]").waitFor();
    await areAllReady();
    for (const cell of await page.locator(".cells .cell").all()) {
      await cell.scrollIntoViewIfNeeded();
      await cell.locator(".waiting").waitFor({ state: "detached" });
    }
    assert.deepEqual(await englishOn(page, known), []);
    await picture("chinese");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    assert.deepEqual(await englishOn(page, known), []);
    await page.keyboard.press("Escape");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("#train").getByRole("link", { name: downloadTexts.downloadModel.zh }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.onnx$/);
    await download.saveAs(`${pages.folder}/model.onnx`);
    const sha256 = createHash("sha256").update(await Deno.readFile(`${pages.folder}/model.onnx`));
    const trained = (await view()).cells.find(({ id }) => id === "train")?.result?.result.values;
    assert.equal(sha256.digest("hex"), modelSchema.parse(trained?.model).file.sha256);
  });

  it("obeys the Content Security Policy all the time", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
