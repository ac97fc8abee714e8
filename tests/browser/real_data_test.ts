import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { notebookViewSchema } from "@/web/api_schema.ts";
import { healer, temporaryFolder } from "../cli/healer.ts";
import { sharedFile, skipWithout } from "../shared.ts";
import { serve } from "../web/served.ts";
import { isAlive, openBrowser, skipWithoutBrowser } from "./browser.ts";

const training = sharedFile("data/dbsherlock/train.csv");
const rows = sharedFile("data/dbsherlock/dev.csv");
const skip = skipWithoutBrowser.skip ? skipWithoutBrowser : skipWithout(rows);

/** Every third row of the training table, all incidents among them: enough to train for a while. */
async function writeThird(path: string): Promise<string> {
  const [head, ...lines] = (await Deno.readTextFile(training ?? "")).trimEnd().split("\n");
  const third = lines.filter((_, row) => row % 3 === 0);
  await Deno.writeTextFile(path, [head, ...third].join("\n"));
  return path;
}

/** The state of the training cell, once it is what is waited for. */
async function trainIs(page: Page, state: string): Promise<void> {
  await page.locator(`.cell#train[data-state="${state}"]`).waitFor({ timeout: 120_000 });
}

describe("real incidents in the browser", () => {
  it(
    "are learnt through a closed tab and a killed server, and diagnosed as on the command line",
    skip,
    async () => {
      await using folder = await temporaryFolder();
      await using browser = await openBrowser();
      let notebook: string;
      {
        await using workbench = await serve(folder.path("workspace"));
        const page = await browser.newPage();
        await page.goto(workbench.launch ?? "");
        await page.waitForURL(`${workbench.url}/`);
        await isAlive(page, "Home");
        const chosen = page.waitForEvent("filechooser");
        await page.getByRole("button", { name: "Train from CSV" }).click();
        await (await chosen).setFiles(await writeThird(folder.path("train.csv")));
        await page.getByRole("button", { name: "Import and train" }).click();
        await page.waitForURL("**/notebooks/*");
        await trainIs(page, "running");
        notebook = new URL(page.url()).pathname;
        await page.close();

        const reopened = await browser.newPage();
        await reopened.goto(`${workbench.url}${notebook}`);
        await trainIs(reopened, "running");
        await workbench.kill();
        await reopened.close();
      }
      await using workbench = await serve(folder.path("workspace"));
      const page = await browser.newPage();
      await page.goto(workbench.launch ?? "");
      await page.waitForURL(`${workbench.url}/`);
      await page.goto(`${workbench.url}${notebook}`);
      await page.getByRole("button", { name: "Continue the run" }).click();
      await trainIs(page, "fresh");
      const answer = await page.request.get(`${workbench.url}/api${notebook}`);
      const view = notebookViewSchema.parse(await answer.json());
      const model = view.cells.find(({ id }) => id === "train")?.model;

      const [modelFile, own, result] = ["m.onnx", "own.csv", "page.csv"].map(folder.path);
      const onnx = await page.request.get(`${workbench.url}/api/models/${model}/file`);
      await Deno.writeFile(modelFile ?? "", new Uint8Array(await onnx.body()));

      await page.goto(`${workbench.url}/diagnose?model=${model}`);
      await isAlive(page, "Diagnose");
      await page.locator(".drop input[type=file]").setInputFiles(rows ?? "");
      await page.waitForURL("**/diagnoses/*", { timeout: 60_000 });
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download" }).click();
      await page.getByRole("menuitem", { name: "CSV" }).click();
      await (await download).saveAs(result ?? "");

      const run = await healer(
        ["diagnose", modelFile ?? "", rows ?? "", "--details", "--out", own ?? ""],
      );
      assert.equal(run.code, 0, run.stderr);
      assert.equal(await Deno.readTextFile(result ?? ""), await Deno.readTextFile(own ?? ""));
    },
  );
});
