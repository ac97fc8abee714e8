import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { axeFindings } from "./axe.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const markup = `<img src=x onerror="document.title='owned'">`;
const missing = { sha256: "0".repeat(64), bytes: 4096, media: "text/csv" };

const notebook = {
  format: 1,
  title: "Disk incidents",
  cells: [
    { id: "words", kind: "note", params: { en: `# What happened\n\n${markup}` } },
    { id: "table", kind: "import", params: { file: { name: "kpis.csv", content: missing } } },
    { id: "fill", kind: "impute", title: markup, params: {} },
    { id: "odd", kind: "crystal-ball", params: {} },
    { id: "train", kind: "train", params: { folds: 900 } },
    { id: "judge", kind: "evaluate", params: {} },
  ],
};

const jupyter = {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: { language_info: { name: "python" } },
  cells: [
    { cell_type: "markdown", id: "a", metadata: {}, source: `# Disk study\n${markup}` },
    {
      cell_type: "code",
      id: "b",
      metadata: {},
      execution_count: 1,
      source: "import os\nos.remove('/')",
      outputs: [{ output_type: "stream", name: "stdout", text: "gone" }],
    },
  ],
};

const pipeline = {
  format: "systemhealer-pipeline",
  version: 1,
  name: "Fill, then forest",
  recipe: {
    steps: [{ step: "impute", params: {} }, { step: "scale", params: {} }],
    learner: { name: "random-forest", params: {} },
  },
  training: { folds: 5, calibration: "none", tuneDecision: false, keepRows: true, seed: 0 },
  features: [{ name: "cpu", type: "number" }, { name: "disk", type: "number" }],
  label: "fault",
  split: null,
  leftOut: [],
};

const code = `// <script>document.title = "owned"</script>
const slow = table.filter((row) => row.load > 80);
return slow.groupby("host").count();`;

const strange = {
  format: 1,
  title: "Somebody’s queries",
  cells: [
    { id: "words", kind: "note", params: { en: "Look at the slow hosts." } },
    { id: "simulate", kind: "simulate", params: { rows: 200 } },
    { id: "hosts", kind: "sql", params: { query: "SELECT * FROM cells" } },
    { id: "slow", kind: "code", params: { source: code } },
  ],
};

const files: Readonly<Record<string, string>> = {
  "strange.json": JSON.stringify(strange),
  "incidents.json": JSON.stringify(notebook),
  "study.ipynb": JSON.stringify(jupyter),
  "forest.json": JSON.stringify(pipeline),
  "broken.json": '{"format": 1,\n "cells": [}',
  "future.json": '{"format": 99, "title": "", "cells": []}',
  "many.json": JSON.stringify({
    format: 1,
    title: "",
    cells: Array.from({ length: 10_000 }, (_, index) => ({ id: `n${index}`, kind: "note" })),
  }),
};

describe("files from elsewhere", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages();
    for (const [name, content] of Object.entries(files)) {
      await Deno.writeTextFile(`${pages.folder}/${name}`, content);
    }
  });

  after(() => pages?.[Symbol.asyncDispose]());

  async function openPage(query = ""): Promise<Page> {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}/${query}`);
    await isAlive(page, "Drops");
    await isAlive(page, "Home");
    return page;
  }

  /** Chooses a file by the button of the first page. */
  async function choose(page: Page, name: string): Promise<Locator> {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /^(Choose a file|选择文件)$/ }).click();
    await (await chooser).setFiles(`${pages.folder}/${name}`);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    return dialog;
  }

  async function notebooks(): Promise<number> {
    const answer = await pages.browser.request.get(`${pages.url}/api/notebooks`);
    return (await answer.json()).notebooks.length;
  }

  it("say what is wrong with them, and nothing is made of them", skipWithoutBrowser, async () => {
    const page = await openPage();
    const refusals: [string, RegExp][] = [
      ["broken.json", /line 2, column 12 is not valid JSON/],
      ["future.json", /has format 99, and this version knows up to 1/],
      ["many.json", /it has 10,000 cells, and 1,000 is the limit/],
    ];
    for (const [name, words] of refusals) {
      const dialog = await choose(page, name);
      await dialog.getByRole("heading", { name: "This file cannot be opened" }).waitFor();
      assert.match(await dialog.innerText(), words);
      await page.screenshot({ path: `${pages.folder}/${name}.png` });
      await dialog.getByRole("button", { name: "Close" }).click();
      await dialog.waitFor({ state: "detached" });
    }
    assert.equal(await notebooks(), 0);
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });

  it("say what they will do, and open when that is confirmed", skipWithoutBrowser, async () => {
    const page = await openPage();
    const dialog = await choose(page, "incidents.json");
    const words = await dialog.innerText();
    assert.match(words, /Notebook of the workbench, format 1: 6 cells, one of them may take long/);
    assert.match(words, /no cell kind "crystal-ball"/);
    assert.match(words, /its param "folds" is not valid/);
    assert.match(words, /kpis\.csv\s*4\.1 kB\s*missing/);
    assert.ok(words.includes(markup));
    for (const [width, theme] of [[1280, "light"], [1280, "dark"], [400, "light"]] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: theme });
      await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
      await page.screenshot({ path: `${pages.folder}/summary-${theme}-${width}.png` });
      assert.deepEqual(await axeFindings(page), [], `${theme} ${width}`);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `${sideways} px`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "detached" });
    assert.equal(await notebooks(), 0);

    await choose(page, "incidents.json");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await notebooks(), 0);

    await choose(page, "incidents.json");
    await dialog.getByRole("button", { name: "Open", exact: true }).click();
    await page.waitForURL("**/notebooks/*");
    await page.getByRole("heading", { name: "Disk incidents" }).first().waitFor();
    const id = new URL(page.url()).pathname.slice("/notebooks/".length);
    const { lastRun, cells } = await pages.stored(id);
    assert.equal(lastRun, null);
    assert.ok(cells.every(({ result }) => result === undefined));
    assert.notEqual(await page.title(), "owned");
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });

  it("come from Jupyter as notes, and as pipelines", skipWithoutBrowser, async () => {
    const page = await openPage("?lang=zh");
    const foreign = await choose(page, "study.ipynb");
    assert.match(await foreign.innerText(), /1 个代码单元将成为笔记/);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.screenshot({ path: `${pages.folder}/jupyter-zh-400.png` });
    await page.setViewportSize({ width: 1280, height: 800 });
    await foreign.getByRole("button", { name: "取消" }).click();
    await foreign.waitFor({ state: "detached" });
    const dialog = await choose(page, "forest.json");
    await page.screenshot({ path: `${pages.folder}/pipeline-zh.png` });
    assert.match(await dialog.innerText(), /2 列|cpu/);
    await dialog.getByRole("button", { name: "保存流水线" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.goto(`${pages.url}/?lang=en`);
    await isAlive(page, "Drops");
    const again = await choose(page, "study.ipynb");
    await again.getByRole("button", { name: "Open", exact: true }).click();
    await page.waitForURL("**/notebooks/*");
    await page.getByText("import os").waitFor();
    await page.screenshot({ path: `${pages.folder}/jupyter-opened.png` });
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });

  it(
    "show code of strangers in full, and wait with all until it is run",
    skipWithoutBrowser,
    async () => {
      const page = await openPage();
      const dialog = await choose(page, "strange.json");
      assert.ok((await dialog.innerText()).includes(code));
      await dialog.getByText("It runs with no permissions").scrollIntoViewIfNeeded();
      await page.screenshot({ path: `${pages.folder}/strange-code.png` });
      await dialog.getByRole("button", { name: "Open", exact: true }).click();
      await page.waitForURL("**/notebooks/*");
      const note = page.locator(".note.held");
      await note.getByText("Nothing in it runs by itself until you run something.").waitFor();
      assert.deepEqual(await note.getByRole("link").allInnerTexts(), ["hosts", "slow"]);
      for (const width of [1280, 400]) {
        await page.setViewportSize({ width, height: 800 });
        await page.screenshot({ path: `${pages.folder}/held-${width}.png` });
      }
      const id = new URL(page.url()).pathname.slice("/notebooks/".length);
      assert.equal((await pages.stored(id)).lastRun, null);
      await pages.browser.request.post(`${pages.url}/api/notebooks/${id}/run`, {
        data: { cells: ["words"] },
      });
      await note.waitFor({ state: "detached" });
      assert.notEqual(await page.title(), "owned");
      assert.deepEqual(pages.complaints, []);
      await page.close();
    },
  );
});
