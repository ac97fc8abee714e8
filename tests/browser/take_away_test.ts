import { unzipSync } from "fflate";
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { z } from "zod";
import { healer } from "../cli/healer.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const dbsherlock = sharedFile("data/dbsherlock/dev.csv");

const cellsSchema = z.looseObject({
  cells: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
});

/** The notebook that ships with the program, with fewer rows and trees. */
function demo(): unknown {
  const text = readFileSync(new URL("../../notebooks/fault-diagnosis.json", import.meta.url));
  const notebook = cellsSchema.parse(JSON.parse(text.toString()));
  const smaller: Record<string, unknown> = {
    simulate: { rows: 1600, seed: 1 },
    train: { folds: 3, learner: { name: "random-forest", trees: 20 }, seed: 1 },
  };
  const cells = notebook.cells.map((cell) => {
    const params = smaller[cell.id];
    return params === undefined ? cell : { ...cell, params };
  });
  return { ...notebook, title: "Which fault", cells };
}

describe("what is built in one workspace", () => {
  let pages: WorkbenchPages;
  /** A workspace that has never seen any of it. */
  let elsewhere: WorkbenchPages;
  /** What the notebook that applies the pipeline gave, by the names in its archive. */
  let taken: Record<string, Uint8Array>;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages();
    elsewhere = await openWorkbenchPages();
    const run = await healer(["simulate", "--rows", "1600", "--seed", "2", "--out", other()]);
    assert.equal(run.code, 0, run.stderr);
  });

  after(async () => {
    await pages?.[Symbol.asyncDispose]();
    await elsewhere?.[Symbol.asyncDispose]();
  });

  const other = (): string => `${pages.folder}/another-cluster.csv`;

  async function areAllReady(page: Page): Promise<void> {
    await page.locator(".cells .add-cell").waitFor();
    const cells = page.locator(".cells .cell");
    for (let number = 0; number < await cells.count(); number++) {
      const ready = "[data-state=fresh], [data-state=cached]";
      await cells.nth(number).and(page.locator(`:is(${ready})`)).waitFor({ timeout: 120_000 });
    }
  }

  async function home(of: WorkbenchPages): Promise<Page> {
    const page = await of.browser.newPage();
    await page.goto(`${of.url}/`);
    await isAlive(page, "Home");
    await isAlive(page, "Drops");
    return page;
  }

  /** Answers the file dialog that a press opens. */
  async function give(page: Page, press: Locator, path: string): Promise<void> {
    const chooser = page.waitForEvent("filechooser");
    await press.click();
    await (await chooser).setFiles(path);
  }

  async function openApply(page: Page): Promise<Locator> {
    await page.getByRole("button", { name: /^Apply Which fault/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    return dialog;
  }

  it("becomes a pipeline from its training cell", skipWithoutBrowser, async () => {
    const page = await pages.open(await pages.make(demo(), { run: true }));
    await areAllReady(page);
    await page.locator("#train").getByRole("button", { name: /^More/ }).click();
    await page.getByRole("menuitem", { name: "Save as pipeline" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("A new pipeline, version 1.").waitFor();
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await dialog.getByText("Saved “Which fault” as version 1.").waitFor();
    await page.close();
  });

  it(
    "refuses columns that are not there, and names them",
    {
      skip: skipWithoutBrowser.skip || skipWithout(dbsherlock, "../shared/data/dbsherlock").skip,
    },
    async () => {
      const page = await home(pages);
      const dialog = await openApply(page);
      await give(page, dialog.getByRole("button", { name: "Take a file …" }), dbsherlock ?? "");
      await dialog.getByText(/^Cannot apply the pipeline: the table lacks 109 of its 109 features/)
        .waitFor();
      await page.screenshot({ path: `${pages.folder}/refused.png` });
      assert.ok(await dialog.getByRole("button", { name: "Train on it" }).isDisabled());
      await page.close();
    },
  );

  it("learns from another cluster and leaves as one archive", skipWithoutBrowser, async () => {
    const page = await home(pages);
    const dialog = await openApply(page);
    await give(page, dialog.getByRole("button", { name: "Take a file …" }), other());
    await dialog.getByText(/^It fits/).waitFor();
    await page.screenshot({ path: `${pages.folder}/fits.png` });
    await dialog.getByRole("button", { name: "Train on it" }).click();
    await page.waitForURL(/\/notebooks\//);
    await areAllReady(page);
    taken = await takeAll(page);
    for (const name of ["train.onnx", "train.card.json", "diagnose.csv", "notebook.json"]) {
      assert.ok(taken[name], `${name} is not among ${Object.keys(taken).join(", ")}`);
    }
    await page.close();
  });

  async function takeAll(page: Page): Promise<Record<string, Uint8Array>> {
    const id = new URL(page.url()).pathname.split("/").at(-1);
    const answer = await page.request.get(
      new URL(`/api/notebooks/${id}/archive?language=en`, page.url()).href,
    );
    return unzipSync(new Uint8Array(await answer.body()));
  }

  it("gives the same in a workspace elsewhere, byte for byte", skipWithoutBrowser, async () => {
    const notebook = `${elsewhere.folder}/notebook.json`;
    await Deno.writeFile(notebook, taken["notebook.json"] ?? new Uint8Array());
    const page = await home(elsewhere);
    await give(page, page.getByRole("button", { name: "Choose a file" }), other());
    await page.waitForURL("**/import/*");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByRole("button", { name: "Train on it" }).waitFor({ timeout: 60_000 });
    await page.close();

    const opened = await home(elsewhere);
    await give(opened, opened.getByRole("button", { name: "Choose a file" }), notebook);
    const dialog = opened.getByRole("dialog");
    await dialog.getByText("Nothing has been stored or run yet.").waitFor();
    assert.match(await dialog.innerText(), /another-cluster\.csv\s*1\.\d MB\s*here/);
    await dialog.getByRole("button", { name: "Open and run" }).click();
    await opened.waitForURL(/\/notebooks\//);
    await areAllReady(opened);
    const again = await takeAll(opened);
    assert.deepEqual(Object.keys(again), Object.keys(taken));
    // A report says when it was run.
    const different = Object.keys(taken).filter((name) =>
      !name.endsWith(".html") &&
      Buffer.compare(again[name] ?? new Uint8Array(), taken[name] ?? new Uint8Array()) !== 0
    );
    assert.deepEqual(different, []);
    await opened.close();
  });

  it("takes the pipeline into a workspace elsewhere, too", skipWithoutBrowser, async () => {
    const pipeline = `${elsewhere.folder}/fault.pipeline.json`;
    await Deno.writeFile(pipeline, taken["notebook.pipeline.json"] ?? new Uint8Array());
    const page = await home(elsewhere);
    await give(page, page.getByRole("button", { name: "Choose a file" }), pipeline);
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Keep the pipeline" }).click();
    await page.getByRole("button", { name: /^Apply Which fault/ }).waitFor();
    await page.close();
    assert.deepEqual(pages.complaints, []);
    assert.deepEqual(elsewhere.complaints, []);
  });
});
