import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import * as z from "zod/mini";
import { simulatedCsv } from "../web/api_app.ts";
import { sharedFile } from "../shared.ts";
import { axeFindings } from "./axe.ts";
import { namelessControls } from "./accessible_names.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const idSchema = z.object({ id: z.string() });

/** Columns such as those of the incidents of a database that is not the simulated one. */
const otherKpis =
  "case_id,Timestamp,Avg CPU user,Avg disk busy,Innodb rows read,cpu.max_bsy_pct,fault\n" +
  Array.from(
    { length: 60 },
    (_, row) =>
      `${row % 6},${row},${row % 7},${row % 5},${row % 11},${row % 3},${
        row % 6 < 3 ? "Normal" : "Lock"
      }`,
  )
    .join("\n");

describe("pipelines", () => {
  let pages: WorkbenchPages;
  let demo: string;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ expected: /status of 409/ });
    const { url, browser } = pages;
    const made = await browser.request.post(`${url}/api/notebooks`, {
      data: { example: "fault-diagnosis" },
    });
    demo = idSchema.parse(await made.json()).id;
    await importTable("incidents of another night.csv", await simulatedCsv(400, 2));
    await importTable("dbsherlock like.csv", otherKpis);
  });

  after(async () => {
    assert.deepEqual(pages?.complaints ?? [], []);
    await pages?.[Symbol.asyncDispose]();
  });

  async function importTable(name: string, data: string): Promise<void> {
    const query = new URLSearchParams({ name });
    await pages.browser.request.post(`${pages.url}/api/datasets?${query}`, { data });
  }

  async function home(): Promise<Page> {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}/`);
    await isAlive(page, "Home");
    return page;
  }

  const list = (page: Page): Locator => page.getByRole("region", { name: "Pipelines" });

  /** Opens the dialog that applies the demo's pipeline, on a dataset. */
  async function applyTo(page: Page, dataset: string): Promise<Locator> {
    await list(page).getByRole("button", { name: /^Apply Demo v1 to a dataset/ }).click();
    const dialog = page.getByRole("dialog");
    const field = dialog.getByRole("combobox", { name: "Dataset" });
    const option = field.locator("option").filter({ hasText: dataset });
    await field.selectOption(await option.getAttribute("value"));
    return dialog;
  }

  it(
    "are saved from the cell that trains, with what they hold in words",
    skipWithoutBrowser,
    async () => {
      const empty = await home();
      await list(empty).getByText("No pipeline yet").waitFor();
      await empty.screenshot({ path: `${pages.folder}/empty.png` });
      const page = await pages.open(demo);
      const dialog = page.getByRole("dialog", { name: "Save as pipeline" });
      const save = async () => {
        await page.locator("#train").getByRole("button", { name: /^More for cell/ }).click();
        await page.getByRole("menuitem", { name: "Save as pipeline" }).click();
      };
      await save();
      await dialog.getByText('the cell "select" has not run as it is now').waitFor();
      await dialog.getByRole("button", { name: "Run that cell" }).click();
      await page.locator("#select[data-state=fresh]").waitFor();
      await save();
      const name = dialog.getByRole("textbox", { name: /^Name/ });
      await name.waitFor();
      assert.equal(await name.inputValue(), "Fault diagnosis · 故障诊断");
      const held = await dialog.locator(".pipeline-content").innerText();
      for (
        const part of [
          /Drop constant/,
          /Fill missing/,
          /ANOVA F/,
          /Random forest/,
          /fault/,
          /Simulate a cluster: /,
        ]
      ) {
        assert.match(held, part);
      }
      await dialog.getByText("A new pipeline, version 1.").waitFor();
      assert.deepEqual(await namelessControls(page), []);
      assert.deepEqual(await axeFindings(page), []);
      await page.screenshot({ path: `${pages.folder}/save.png` });
      await name.fill("Demo");
      await dialog.getByRole("button", { name: "Save", exact: true }).click();
      await dialog.getByText("Saved “Demo” as version 1.").waitFor();
      await page.screenshot({ path: `${pages.folder}/saved.png` });
      await dialog.getByRole("button", { name: "Close" }).click();
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: /Type a command/ }).waitFor();
      await page.keyboard.type("save as pipeline");
      await page.getByRole("option", { name: "Save as pipeline" }).waitFor();
      await page.keyboard.press("Enter");
      await dialog.getByRole("textbox", { name: /^Name/ }).fill("Demo");
      await dialog.getByText("It is the same as version 1").waitFor();
      await page.keyboard.press("Escape");
      await list(empty).getByRole("heading", { name: /Pipelines 1/ }).waitFor();
      await page.close();
      await empty.close();
    },
  );

  it(
    "refuse a table of other columns, naming them, before anything runs",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      const dialog = await applyTo(page, "dbsherlock like");
      await dialog.getByText(/the table lacks \d+ of its \d+ features: .* and \d+ more\./)
        .waitFor();
      assert.ok(await dialog.getByRole("button", { name: "Train on it" }).isDisabled());
      assert.match(await dialog.innerText(), /use cpu\.max_bsy_pct for cpu\.max_busy_pct/);
      await dialog.getByText("use cpu.max_bsy_pct for cpu.max_busy_pct").waitFor();
      assert.deepEqual(await namelessControls(page), []);
      assert.deepEqual(await axeFindings(page), []);
      await page.screenshot({ path: `${pages.folder}/refused.png` });
      const real = sharedFile("data/dbsherlock/dev.csv");
      if (real === undefined) console.log("../shared/data/dbsherlock is not on this machine");
      else {
        await dialog.locator("input[type=file]").setInputFiles({
          name: "dbsherlock.csv",
          mimeType: "text/csv",
          buffer: readFileSync(real),
        });
        await dialog.locator("option:checked").filter({ hasText: "dbsherlock.csv" }).waitFor({
          state: "attached",
        });
        await dialog.getByText(/lacks 109 of its 109 features/).waitFor();
        await page.screenshot({ path: `${pages.folder}/dbsherlock.png` });
      }
      await page.close();
    },
  );

  it(
    "train on another table of the same columns in a notebook of their own",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      const dialog = await applyTo(page, "another night");
      await dialog.getByText(/^It fits: all \d+ features are there\.$/).waitFor();
      await page.screenshot({ path: `${pages.folder}/fits.png` });
      await dialog.getByRole("button", { name: "Train on it" }).click();
      await page.waitForURL(/\/notebooks\//);
      await page.getByRole("heading", { name: "Demo · incidents of another night" }).waitFor();
      await page.locator("#train").getByRole("link", { name: "Download model" }).waitFor();
      await page.locator("#diagnose").getByRole("link", { name: /^Download/ }).first().waitFor();
      await page.locator("#train").getByRole("button", { name: "Save as pipeline" }).click();
      const save = page.getByRole("dialog", { name: "Save as pipeline" });
      await save.getByRole("textbox", { name: /^Name/ }).fill("Demo");
      await save.getByText("It is the same as version 1").waitFor();
      await page.screenshot({ path: `${pages.folder}/again.png` });
      await page.close();
    },
  );

  it(
    "stand in a list with their versions, to be deleted and taken back",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      const section = list(page);
      await page.screenshot({ path: `${pages.folder}/list.png`, fullPage: true });
      await section.getByRole("button", { name: "More for Demo v1" }).click();
      await page.getByRole("menuitem", { name: "Versions and content" }).click();
      await page.getByRole("dialog").getByText("Version 1").waitFor();
      await page.getByRole("dialog").getByText(/ANOVA F/).waitFor();
      await page.screenshot({ path: `${pages.folder}/versions.png` });
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
      await section.getByRole("button", { name: "More for Demo v1" }).click();
      await page.getByRole("menuitem", { name: "Delete" }).click();
      await section.getByText("No pipeline yet").waitFor();
      await section.getByRole("button", { name: "Undo" }).click();
      await section.locator("[data-entry]").filter({ hasText: "Demo v1" }).waitFor();
      await page.close();
    },
  );
});
