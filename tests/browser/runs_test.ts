import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { z } from "zod";
import { cellLogSchema } from "@/web/run_schema.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const folds = 6;

/** Trains for a while in many short folds, each on its own. @param seed Another one has no results yet. */
const longTraining = (seed: number) => ({
  format: 1,
  title: "Long training",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 600, shards: 2, seed } },
    {
      id: "train",
      kind: "train",
      params: {
        learner: {
          name: "gradient-boosting",
          rounds: 60,
          patience: 60,
          earlyStopping: true,
          learningRate: 0.03,
        },
        folds,
      },
    },
  ],
});

const modelValueSchema = z.object({ file: z.object({ sha256: z.string() }) });

describe("runs belong to the server", () => {
  let pages: WorkbenchPages;

  before(async () => {
    // A server that is gone is a network error, which is what one test is about.
    if (skipWithoutBrowser.skip === false) pages = await openWorkbenchPages({ expected: /ERR_/ });
  });

  after(() => pages?.[Symbol.asyncDispose]());

  const newNotebook = (seed: number): Promise<string> => pages.make(longTraining(seed));

  async function openNotebook(id: string): Promise<Page> {
    const page = await pages.open(id);
    await page.getByRole("button", { name: "Run all" }).first().waitFor();
    return page;
  }

  async function train(id: string) {
    const { cells, run } = await pages.stored(id);
    const cell = cells.find((each) => each.id === "train");
    assert.ok(cell);
    return { ...cell, run };
  }

  async function log(id: string): Promise<string[]> {
    const path = `${pages.url}/api/notebooks/${id}/cells/train/log`;
    const { entries } = z.parse(
      cellLogSchema,
      await (await pages.browser.request.get(path)).json(),
    );
    return entries.map((entry) => entry.type === "message" ? entry.message.en : entry.type);
  }

  const doneFolds = (page: Page) =>
    page.locator("#train .live-folds tbody tr").filter({ hasNotText: "…" });
  const isState = (page: Page, state: string) =>
    page.locator(`#train[data-state=${state}]`).waitFor({ timeout: 120_000 });
  /** How many points the line of the training loss has. */
  const drawnPoints = (page: Page) =>
    page.locator("#train .live-curves g[aria-label=line] path").first().evaluate((path) =>
      (path.getAttribute("d") ?? "").match(/[ML]/g)?.length ?? 0
    );

  it(
    "a tab that is closed while a cell trains comes back to all of its curve and its log",
    skipWithoutBrowser,
    async () => {
      const id = await newNotebook(3);
      const first = await openNotebook(id);
      await first.getByRole("button", { name: "Run all" }).first().click();
      await first.locator("#train .live-curves g[aria-label=line]").first().waitFor();
      await doneFolds(first).first().waitFor({ timeout: 120_000 });
      await first.screenshot({ path: `${pages.folder}/training.png`, fullPage: true });
      await first.close();

      const again = await openNotebook(id);
      await isState(again, "running");
      await again.locator("#train .live-curves g[aria-label=line]").first().waitFor();
      const { metrics } = await train(id);
      const losses = Map.groupBy(
        metrics.filter(({ name }) => name === "train loss"),
        ({ fold = 0 }) => fold,
      );
      assert.ok(losses.size >= 2, "more than one fold is known");
      for (const [fold, points] of losses) {
        assert.deepEqual(points.map(({ step }) => step), [...points.keys()], `fold ${fold}`);
      }
      assert.ok(await drawnPoints(again) > 1);
      assert.ok(await doneFolds(again).count() >= 1, "folds that were done are there");
      await isState(again, "fresh");
      await again.locator("#train svg.plot").first().waitFor();
      const said = await log(id);
      assert.equal(said[0], "started");
      assert.equal(said.at(-1), "finished");
      assert.equal(said.filter((line) => /^fold \d is done/.test(line)).length, folds);
      await again.close();
      assert.deepEqual(pages.complaints, []);
    },
  );

  it(
    "all tabs of a browser share one stream, whichever of them leaves",
    skipWithoutBrowser,
    async () => {
      const streams: string[] = [];
      pages.browser.on("request", (request) => {
        const { pathname, search } = new URL(request.url());
        if (pathname === "/api/events") streams.push(search);
      });
      const id = await newNotebook(4);
      const tabs: Page[] = [];
      for (let tab = 0; tab < 7; tab++) tabs.push(await openNotebook(id));
      assert.deepEqual(streams, [""], "one stream for more tabs than a browser opens connections");
      const rename = async (title: string): Promise<void> => {
        const path = `${pages.url}/api/notebooks/${id}`;
        const opened = await pages.stored(id);
        const data = { basedOn: opened.revision, notebook: { ...opened.notebook, title } };
        assert.ok((await pages.browser.request.put(path, { data })).ok());
      };
      const areCalled = async (title: string, some: readonly Page[]): Promise<void> => {
        for (const page of some) {
          await page.locator(".tool-bar", { hasText: title }).waitFor();
        }
      };
      await rename("Heard by all");
      await areCalled("Heard by all", tabs);

      await tabs.shift()?.close();
      await until(() => streams.length === 2);
      assert.match(streams[1] ?? "", /^\?after=\d+$/, "the next tab goes on behind what was heard");
      await rename("Heard after one was closed");
      await areCalled("Heard after one was closed", tabs);

      // The tab that reads now is frozen, as browsers do with tabs in the background.
      const [frozen, ...awake] = tabs;
      assert.ok(frozen);
      // Headless browsers freeze no tab: this is what one hears that is about to be.
      await frozen.evaluate(() => document.dispatchEvent(new Event("freeze")));
      await until(() => streams.length === 3);
      await rename("Heard after one was frozen");
      await areCalled("Heard after one was frozen", awake);
      await frozen.evaluate(() => document.dispatchEvent(new Event("resume")));
      await areCalled("Heard after one was frozen", [frozen]);
      assert.equal(streams.length, 3);
      assert.deepEqual(pages.complaints, []);
    },
  );

  it(
    "after the end of the server a cell goes on from its last fold, to the same result",
    skipWithoutBrowser,
    async () => {
      const id = await newNotebook(5);
      const page = await openNotebook(id);
      await page.getByRole("button", { name: "Run all" }).first().click();
      await doneFolds(page).first().waitFor({ timeout: 120_000 });
      await pages.kill();
      await page.getByText("Connection lost").waitFor();
      await pages.restart();

      await page.getByText("Connection lost").waitFor({ state: "detached", timeout: 30_000 });
      const note = page.locator("#train .unfinished");
      await note.getByText("it goes on from there").waitFor();
      assert.match(
        await page.locator("#train .cell-head .state").innerText(),
        /^interrupted \d\d:\d\d at \d+(\.\d)? %$/,
      );
      assert.equal(await page.locator("#simulate").getAttribute("data-state"), "cached");
      await page.screenshot({ path: `${pages.folder}/interrupted.png`, fullPage: true });
      await note.getByRole("button", { name: "Continue" }).click();
      await isState(page, "running");
      await isState(page, "fresh");
      const said = await log(id);
      assert.ok(said.includes("fold 1 is kept from the earlier run: macro-F1 " + scoreIn(said)));
      assert.ok(!said.some((line) => line.startsWith("fold 1 is done")));
      const continued = modelValueSchema.parse((await train(id)).result?.result.values.model);

      await page.getByRole("button", { name: /^Run cell 2/ }).click();
      await isState(page, "running");
      await isState(page, "fresh");
      assert.equal((await log(id)).filter((line) => / is done/.test(line)).length, folds);
      const whole = modelValueSchema.parse((await train(id)).result?.result.values.model);
      assert.deepEqual(continued, whole);
      await page.close();
      assert.deepEqual(pages.complaints, []);
    },
  );

  function scoreIn(lines: readonly string[]): string {
    return lines.flatMap((line) => /^fold 1 .* macro-F1 (\S+)/.exec(line)?.[1] ?? [])[0] ?? "";
  }
});

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn++) {
    assert.ok(turn < 400, "it never comes about");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
