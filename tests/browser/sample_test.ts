import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { kernelProblem } from "@/pipeline/kernel/kernel_problems.ts";
import type { Workspace } from "@/store/workspace.ts";
import { addExampleDiagnosis } from "../web/example_diagnosis.ts";
import { addExampleModel, exampleMedians } from "../web/example_model.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

describe("the page of a single sample", () => {
  let pages: WorkbenchPages;
  let model: string;
  let diagnosis: string;
  let oldDiagnosis: string;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({
      expected: /status of (404|409|410|500)/,
      fill: async (workspace) => {
        ({ model, diagnosis, oldDiagnosis } = await fillWorkspace(workspace));
      },
    });
  });
  after(() => pages?.[Symbol.asyncDispose]());

  it(
    "moves the bars while a value is dragged, and explains once it is let go",
    skipWithoutBrowser,
    async () => {
      const page = await openSample(pages, `?model=${model}&lang=en`);
      await fillIn(page, "Medians of disk-saturation");
      const name = "disk.max_await_ms";
      await page.getByRole("searchbox", { name: "Search KPIs" }).fill(name);
      const field = page.locator(".sample-field");
      await field.nth(1).waitFor({ state: "detached" });
      const slider = field.getByRole("slider", { name });
      const box = await slider.boundingBox();
      assert(box !== null);
      const y = box.y + box.height / 2;
      const before = await page.locator(".sample-bars").innerHTML();
      await page.mouse.move(box.x + 2, y);
      await page.mouse.down();
      await page.waitForFunction(
        (before) => document.querySelector(".sample-bars")?.innerHTML !== before,
        before,
      );
      const whileDragging = await field.getByRole("textbox").inputValue();
      await page.mouse.move(box.x + box.width - 2, y, { steps: 4 });
      await page.mouse.up();
      assert.notEqual(await field.getByRole("textbox").inputValue(), whileDragging);
      await page.getByRole("button", { name: /^was / }).waitFor();
      await page.getByText("1 KPI changed.").waitFor();

      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Nothing changed.").waitFor();
      await page.close();
    },
  );

  it("takes every value by the keyboard, holes too", skipWithoutBrowser, async () => {
    const page = await openSample(pages, `?model=${model}&lang=en`);
    await page.getByRole("searchbox", { name: "Search KPIs" }).fill("disk.max_await_ms");
    const name = "disk.max_await_ms";
    const text = page.getByRole("textbox", { name: `${name}, value` });
    await page.locator(".sample-field").nth(1).waitFor({ state: "detached" });
    const slider = page.getByRole("slider", { name });
    await slider.focus();
    const start = Number(await text.inputValue());
    await page.keyboard.press("ArrowRight");
    const next = Number(await text.inputValue());
    assert.ok(next > start);
    await page.keyboard.press("End");
    const last = Number(await text.inputValue());
    assert.ok(last > next);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    assert.equal(Number(await text.inputValue()), start);
    await page.getByRole("checkbox", { name: `${name} is missing` }).press(" ");
    assert.equal(await text.inputValue(), "");
    await text.fill("12x");
    await page.getByText("Write a number, such as 0.05.").waitFor();
    await page.reload();
    await page.getByRole("combobox", { name: "Which KPIs" }).selectOption("Changed");
    assert.equal(await text.inputValue(), "12x");
    await text.fill("1e12");
    await page.getByText("never seen").first().waitFor();
    await text.fill("");
    assert.ok(await page.getByRole("checkbox", { name: `${name} is missing` }).isChecked());
    await page.close();
  });

  it("keeps what was pasted until it can be read", skipWithoutBrowser, async () => {
    const page = await openSample(pages, `?model=${model}&lang=en`);
    await page.getByRole("button", { name: "Paste…" }).click();
    const broken = '{"disk.max_await_ms": 300,\n  "cpu.max_busy_pct": }';
    await page.getByRole("textbox", { name: "The row" }).fill(broken);
    await page.getByText(/line 2, column/).waitFor();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.getByRole("button", { name: "Paste…" }).click();
    const field = page.getByRole("textbox", { name: "The row" });
    assert.equal(await field.inputValue(), broken);
    await field.fill("disk.max_await_ms=300 cpu.max_busy_pct=55");
    await page.getByRole("button", { name: "Use these values" }).click();
    await page.getByText("Began with what was pasted.").waitFor();
    await page.getByRole("searchbox", { name: "Search KPIs" }).fill("disk.max_await_ms");
    const value = page.getByRole("textbox", { name: "disk.max_await_ms, value" });
    await page.waitForFunction(() => document.querySelectorAll(".sample-field").length === 1);
    assert.equal(await value.inputValue(), "300");
    await page.close();
  });

  it(
    "keeps the values where there is no answer, and asks again when told to",
    skipWithoutBrowser,
    async () => {
      const page = await openSample(pages, `?model=${model}&lang=en`);
      const noAnswer = JSON.stringify({ error: kernelProblem.noAnswer(kernelProblem.memory()) });
      await page.route("**/sample", async (route) => {
        await route.fulfill({ status: 500, contentType: "application/json", body: noAnswer });
      });
      const name = "disk.max_await_ms";
      await page.getByRole("searchbox", { name: "Search KPIs" }).fill(name);
      const text = page.getByRole("textbox", { name: `${name}, value` });
      await text.fill("250");
      await page.getByText(/ran out of memory/).waitFor();
      await page.unroute("**/sample");
      await page.getByRole("button", { name: "Ask again" }).click();
      await page.getByText(/ran out of memory/).waitFor({ state: "detached" });
      assert.equal(await text.inputValue(), "250");
      await page.close();
    },
  );

  it(
    "begins with the row that one came from, and says why where it cannot",
    skipWithoutBrowser,
    async () => {
      const page = await openSample(pages, `?diagnosis=${diagnosis}&row=2&lang=en`);
      await page.getByText("Began with row db-02 of this diagnosis.").waitFor();
      await page.locator('[data-fault="memory-leak"] .tag').waitFor();
      const rate = page.getByRole("combobox", { name: "Error rate you accept" });
      assert.equal(await rate.inputValue(), "0.05");
      await page.goto(`${pages.url}/sample?diagnosis=${oldDiagnosis}&row=1&lang=en`);
      await page.getByText(/its values were not kept/).waitFor();
      await page.getByRole("combobox", { name: "Model" }).waitFor();
      await page.goto(`${pages.url}/sample?model=nope&lang=en`);
      await page.getByText(/not there any more/).waitFor();
      await page.close();
    },
  );

  it("speaks both languages and passes axe-core, wide and narrow", skipWithoutBrowser, async () => {
    for (
      const [language, width, colorScheme] of [["en", 1280, "light"], ["zh", 400, "dark"]] as const
    ) {
      const page = await pages.browser.newPage();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${pages.url}/sample?model=${model}&lang=${language}`);
      await page.locator(".kpis").waitFor();
      await page.getByText({ en: "Error rate you accept", zh: "可接受的错误率" }[language])
        .waitFor();
      assert.deepEqual(await axeFindings(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(wide, width);
      await page.close();
    }
  });

  it("obeys the Content Security Policy and reports no error", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});

/** Opens the page and waits for the first whole answer. */
async function openSample({ browser, url }: WorkbenchPages, query: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${url}/sample${query}`);
  await page.locator(".kpis").waitFor();
  return page;
}

/** Fills in all KPIs, and waits for the order that goes with it. */
async function fillIn(page: Page, label: string): Promise<void> {
  await page.getByRole("combobox", { name: "Fill in" }).selectOption({ label });
  const answered = page.waitForResponse((response) =>
    response.request().postData()?.includes('"detail":"full"') ?? false
  );
  await page.getByRole("button", { name: "Fill in" }).click();
  await answered;
  await page.locator('[data-fault="disk-saturation"] .tag').waitFor();
  await page.locator(".state.is-stale").waitFor({ state: "detached" });
}

async function fillWorkspace(
  workspace: Workspace,
): Promise<{ model: string; diagnosis: string; oldDiagnosis: string }> {
  const model = await addExampleModel(workspace);
  const medians = Object.entries(await exampleMedians("memory-leak"));
  const rows = {
    features: Object.fromEntries(medians.map(([name, median]) => [name, [null, median]])),
    ids: ["db-01", "db-02"],
    diagnoses: [null, "memory-leak"],
    warnings: ["", ""],
  };
  const kept = await addExampleDiagnosis(workspace, model, rows, { withFeatures: true });
  const old = await addExampleDiagnosis(workspace, model, rows, { withFeatures: false });
  return { model: model.id, diagnosis: kept.id, oldDiagnosis: old.id };
}
