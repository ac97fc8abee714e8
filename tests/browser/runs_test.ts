import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { z } from "zod";
import { notebookViewSchema } from "@/web/api_schema.ts";
import { cellLogSchema } from "@/web/run_schema.ts";
import { serve, type ServedWorkbench } from "../web/served.ts";
import { openBrowser, skipWithoutBrowser } from "./browser.ts";

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
          rounds: 24,
          patience: 24,
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
  let folder: string;
  let workbench: ServedWorkbench;
  let browser: BrowserContext & AsyncDisposable;
  const complaints: string[] = [];

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    folder = await Deno.makeTempDir({ prefix: "healer-runs-" });
    workbench = await serve(`${folder}/workspace`);
    browser = await openSignedIn(workbench.launch ?? "");
  });

  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await workbench?.[Symbol.asyncDispose]();
    console.log(`screenshots: ${folder}`);
  });

  async function openSignedIn(
    launch: string,
    options: Parameters<typeof openBrowser>[0] = {},
  ): Promise<BrowserContext & AsyncDisposable> {
    const opened = await openBrowser(options);
    opened.on("weberror", (error) => complaints.push(error.error().message));
    opened.on("console", (message) => {
      // A server that is gone is a network error, which is what one test is about.
      if (message.type() === "error" && !/ERR_/.test(message.text())) {
        complaints.push(message.text());
      }
    });
    const page = await opened.newPage();
    await page.goto(launch);
    await page.waitForURL(`${workbench.url}/`);
    await page.close();
    return opened;
  }

  async function newNotebook(seed: number): Promise<string> {
    const answer = await browser.request.post(`${workbench.url}/api/notebooks`, {
      data: { notebook: longTraining(seed) },
    });
    return z.object({ id: z.string() }).parse(await answer.json()).id;
  }

  async function openNotebook(id: string): Promise<Page> {
    const page = await browser.newPage();
    await page.goto(`${workbench.url}/notebooks/${id}`);
    await page.getByRole("button", { name: "Run all" }).first().waitFor();
    return page;
  }

  async function train(id: string) {
    const answer = await browser.request.get(`${workbench.url}/api/notebooks/${id}`);
    const { cells, run } = z.parse(notebookViewSchema, await answer.json());
    const cell = cells.find((each) => each.id === "train");
    assert.ok(cell);
    return { ...cell, run };
  }

  async function log(id: string): Promise<string[]> {
    const path = `${workbench.url}/api/notebooks/${id}/cells/train/log`;
    const { entries } = z.parse(cellLogSchema, await (await browser.request.get(path)).json());
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
      await first.screenshot({ path: `${folder}/training.png`, fullPage: true });
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
      assert.deepEqual(complaints, []);
    },
  );

  it(
    "all tabs of a browser share one stream, whichever of them leaves",
    skipWithoutBrowser,
    async () => {
      const streams: string[] = [];
      browser.on("request", (request) => {
        const { pathname, search } = new URL(request.url());
        if (pathname === "/api/events") streams.push(search);
      });
      const id = await newNotebook(4);
      const pages: Page[] = [];
      for (let tab = 0; tab < 7; tab++) pages.push(await openNotebook(id));
      assert.deepEqual(streams, [""], "one stream for more tabs than a browser opens connections");
      const rename = async (title: string): Promise<void> => {
        const path = `${workbench.url}/api/notebooks/${id}`;
        const opened = z.parse(notebookViewSchema, await (await browser.request.get(path)).json());
        const data = { basedOn: opened.revision, notebook: { ...opened.notebook, title } };
        assert.ok((await browser.request.put(path, { data })).ok());
      };
      const areCalled = async (title: string, some: readonly Page[]): Promise<void> => {
        for (const page of some) {
          await page.locator(".tool-bar", { hasText: title }).waitFor();
        }
      };
      await rename("Heard by all");
      await areCalled("Heard by all", pages);

      await pages.shift()?.close();
      await until(() => streams.length === 2);
      assert.match(streams[1] ?? "", /^\?after=\d+$/, "the next tab goes on behind what was heard");
      await rename("Heard after one was closed");
      await areCalled("Heard after one was closed", pages);

      // The tab that reads now is frozen, as browsers do with tabs in the background.
      const [frozen, ...awake] = pages;
      assert.ok(frozen);
      // Headless browsers freeze no tab: this is what one hears that is about to be.
      await frozen.evaluate(() => document.dispatchEvent(new Event("freeze")));
      await until(() => streams.length === 3);
      await rename("Heard after one was frozen");
      await areCalled("Heard after one was frozen", awake);
      await frozen.evaluate(() => document.dispatchEvent(new Event("resume")));
      await areCalled("Heard after one was frozen", [frozen]);
      assert.equal(streams.length, 3);
      assert.deepEqual(complaints, []);
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
      const port = new URL(workbench.url).port;
      await workbench.kill();
      await page.getByText("Connection lost").waitFor();
      workbench = await serve(`${folder}/workspace`, ["--port", port]);

      await page.getByText("Connection lost").waitFor({ state: "detached", timeout: 30_000 });
      const note = page.locator("#train .unfinished");
      await note.getByText("it goes on from there").waitFor();
      assert.match(
        await page.locator("#train .cell-head .state").innerText(),
        /^interrupted \d\d:\d\d at \d+(\.\d)? %$/,
      );
      assert.equal(await page.locator("#simulate").getAttribute("data-state"), "cached");
      await page.screenshot({ path: `${folder}/interrupted.png`, fullPage: true });
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
      assert.deepEqual(complaints, []);
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
