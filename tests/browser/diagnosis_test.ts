import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { type DiagnosisAnswer, diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { cardOf } from "@/web/workbench/model_answer.ts";
import { addExampleModel } from "../web/example_model.ts";
import { axeFindings } from "./axe.ts";
import { isAlive, openBrowser, skipWithoutBrowser } from "./browser.ts";
import { rowOf, strangeTable } from "./diagnosis_rows.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

describe("the page of a diagnosis", () => {
  let pages: WorkbenchPages;
  let diagnosis: DiagnosisAnswer;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    let model = "", classes: readonly string[] = [];
    pages = await openWorkbenchPages({
      expected: /status of 503/,
      fill: async (workspace) => {
        const added = await addExampleModel(workspace);
        model = added.id;
        classes = cardOf(added).classes;
      },
    });
    const answer = await pages.browser.request.post(
      `${pages.url}/api/models/${model}/diagnose?name=tonight.csv&wait=true`,
      { data: await strangeTable(classes), headers: { "content-type": "text/csv" } },
    );
    diagnosis = diagnosisSchema.parse(await answer.json());
  });

  after(() => pages?.[Symbol.asyncDispose]());

  async function open(query = ""): Promise<Page> {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}/diagnoses/${diagnosis.id}?${query}`);
    await isAlive(page, "Diagnosis");
    await page.locator("[data-row]").first().waitFor();
    return page;
  }

  const rowsOn = (page: Page): Promise<number[]> =>
    page.locator("[data-row]").evaluateAll((buttons) =>
      buttons.map((button) => Number(button.getAttribute("data-row")))
    );
  const detail = (page: Page, row: number): Locator =>
    page.getByRole("region", { name: `Row ${row}, explained` });
  const focused = (page: Page): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute("data-row") ?? null);

  it(
    "tells of one row why it is so, what else it might be, and what to check next",
    skipWithoutBrowser,
    async () => {
      const page = await open(`row=${rowOf.close}&lang=en`);
      const row = detail(page, rowOf.close);

      // Why: values with the ranges they are judged by, and how much each says.
      await row.getByRole("heading", { name: "Why network-delay, and what speaks against it" })
        .waitFor();
      const kpis = row.getByRole("table").first();
      assert.deepEqual(
        await kpis.getByRole("columnheader").allTextContents(),
        ["KPI", "Value", "Normal", "In this fault", "Ranges and value", "Against | for", "Weight"],
      );
      const weights = await kpis.locator("tbody td:last-child").allTextContents();
      assert.equal(weights.length, 7);
      assert.ok(weights.every((weight) => /^[+−]?\d+\.\d+$/.test(weight)), String(weights));
      await row.getByRole("button", { name: /102 more KPIs, together/ }).click();
      assert.equal(await kpis.locator("tbody tr").count(), 109);

      // What else: the other fault of the set, past cases of both, what would turn the answer.
      const card = row.getByRole("region", { name: "Two faults are possible" });
      assert.match(await card.innerText(), /The 95\s% set holds both\./);
      assert.match(
        await card.locator(".versus").innerText(),
        /network-delay\s+0\.\d\d[^]*network-loss/,
      );
      assert.match(await card.innerText(), /Smallest change that flips the answer|No change of a/);
      const cases = row.getByRole("region", { name: "Nearest past cases of both faults" });
      assert.match(
        await cases.innerText(),
        /network-delay\s+incident inc-\d+, row [\d,]+[^]*network-loss[^]*this row/,
      );

      // What next: at most three KPIs, each with what it would settle and what readings mean.
      const checks = card.locator(".checks > li");
      const found = await checks.allInnerTexts();
      assert.ok(found.length >= 1 && found.length <= 3, String(found));
      assert.ok(
        found.every((check) => /\d %/.test(check) && /means|no reading/.test(check)),
        String(found),
      );
      const whatIf = row.getByRole("link", { name: "What if: change a value" });
      assert.equal(
        await whatIf.getAttribute("href"),
        `/sample?diagnosis=${diagnosis.id}&row=${rowOf.close}`,
      );
      await page.screenshot({ path: `${pages.folder}/row-en.png`, fullPage: true });
      assert.deepEqual(await axeFindings(page), []);
      await page.close();
    },
  );

  it(
    "says of rows that fit nothing known, have holes, or were not read, what they are",
    skipWithoutBrowser,
    async () => {
      const page = await open(`row=${rowOf.unknown}&lang=en`);
      const line = (row: number): Locator =>
        page.getByRole("row").filter({ has: page.locator(`[data-row="${row}"]`) });
      assert.match(
        await line(rowOf.unknown).innerText(),
        /Unknown fault[^]*best guess network-loss[^]*unlike training/,
      );
      const card = detail(page, rowOf.unknown).getByRole("region", {
        name: "Fits nothing the model knows",
      });
      assert.match(
        await card.innerText(),
        /only \d\.\d % are as strange[^]*(Outside everything seen|their combination)[^]*Best guess/,
      );
      assert.match(await line(rowOf.holes).innerText(), /72 holes/);
      assert.match(await line(rowOf.misread).innerText(), /text read as hole/);
      assert.match(await line(rowOf.unread).innerText(), /Not read[^]*not read/);
      await page.getByRole("button", { name: `Row ${rowOf.unread}`, exact: true }).click();
      const unread = detail(page, rowOf.unread);
      await unread.getByText("This row could not be read.").waitFor();
      await unread.getByText(/it has 2 fields, the table has 109/).waitFor();
      await page.close();
    },
  );

  it(
    "filters, searches and sorts its rows, leads through them by keys, and keeps all that in its address",
    skipWithoutBrowser,
    async () => {
      const page = await open("lang=en");
      assert.equal((await rowsOn(page)).length, 25);
      await page.keyboard.press("j");
      await page.keyboard.press("j");
      assert.equal(await focused(page), "2");
      await page.keyboard.press("Enter");
      await detail(page, 2).getByRole("heading", { name: /^Why / }).waitFor();
      assert.match(page.url(), /\?row=2$/);
      await page.keyboard.press("Escape");
      await detail(page, 2).waitFor({ state: "detached" });
      assert.equal(await focused(page), "2");
      await page.keyboard.press("k");
      await page.keyboard.press("k");
      assert.equal(await focused(page), "1");

      await page.getByRole("button", { name: "Row 25", exact: true }).focus();
      await page.keyboard.press("j");
      await page.locator('[data-row="26"]:focus').waitFor();
      await page.getByRole("spinbutton", { name: "Go to row" }).fill("3");
      await page.keyboard.press("Enter");
      await detail(page, 3).getByRole("heading", { name: /^Why / }).waitFor();

      const { several = 0, unknown = 0 } = diagnosis.verdicts ?? {};
      await page.getByRole("radio", { name: `Close calls ${several}` }).check();
      await page.getByText(`Rows 1 to ${several} of ${several}.`).waitFor();
      assert.ok((await rowsOn(page)).includes(rowOf.close));
      await page.getByRole("radio", { name: `Unknown ${unknown}` }).check();
      await page.getByText(`Rows 1 to ${unknown} of ${unknown}.`).waitFor();
      assert.ok((await rowsOn(page)).includes(rowOf.unknown));
      await page.getByRole("radio", { name: "All", exact: true }).check();
      await page.getByRole("combobox", { name: "Fault" }).selectOption("network-delay");
      await page.getByRole("button", { name: "Prob." }).click();
      await page.getByRole("searchbox").fill("delay");
      await page.waitForURL(/\?fault=network-delay&search=delay&sort=confidence$/);
      await page.waitForFunction(() => document.querySelectorAll("[data-row]").length === 3);
      const kept = await rowsOn(page);
      await page.reload();
      await page.locator("[data-row]").first().waitFor();
      assert.deepEqual(await rowsOn(page), kept);
      await page.getByRole("searchbox").fill("nothing at all");
      await page.getByText("No row is like this.").waitFor();
      await page.getByRole("button", { name: "Show all rows" }).click();
      await page.getByText("Rows 1 to 25 of").waitFor();
      await page.close();
    },
  );

  it(
    "fits a phone in the dark, in Chinese, with a row opened",
    skipWithoutBrowser,
    async () => {
      const page = await pages.browser.newPage();
      await page.emulateMedia({ colorScheme: "dark" });
      await page.setViewportSize({ width: 400, height: 800 });
      await page.goto(`${pages.url}/diagnoses/${diagnosis.id}?row=${rowOf.close}&lang=zh`);
      await page.getByRole("heading", { name: "两种故障都有可能" }).waitFor();
      await page.getByRole("heading", { name: "为何判断为“network-delay”，以及反面证据" })
        .waitFor();
      await page.getByText("接下来检查（及可消除的疑问比例）").waitFor();
      await page.screenshot({ path: `${pages.folder}/row-zh.png`, fullPage: true });
      assert.deepEqual(await axeFindings(page), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
      await page.close();
    },
  );

  it(
    "says what went wrong where a row cannot be explained, and tries again when asked",
    skipWithoutBrowser,
    async () => {
      const page = await open("lang=en");
      await page.route("**/rows/5?*", (route) =>
        route.fulfill({
          status: 503,
          json: {
            error: {
              code: "kernel/busy",
              message: { en: "The model is busy.", zh: "模型正忙。" },
              place: {},
              hint: { en: "Try again.", zh: "请重试。" },
            },
          },
        }), { times: 1 });
      await page.getByRole("button", { name: "Row 5", exact: true }).click();
      await page.getByText("The model is busy.").waitFor();
      await page.getByRole("button", { name: "Try again" }).click();
      await detail(page, 5).getByRole("heading", { name: /^Why / }).waitFor();
      await page.close();
    },
  );

  it(
    "reads without scripts: the verdict, the shares, and how sure it is",
    skipWithoutBrowser,
    async () => {
      await using browser = await openBrowser({ javaScriptEnabled: false });
      await browser.addCookies(await pages.browser.cookies());
      const page = await browser.newPage();
      await page.goto(`${pages.url}/diagnoses/${diagnosis.id}?lang=en`);
      const main = page.getByRole("main");
      await main.getByText(/^Most rows look normal; the most frequent fault is /).waitFor();
      const normal = diagnosis.counts.find(({ fault }) => fault === "normal")?.rows;
      await main.getByRole("row", { name: new RegExp(`^normal.* ${normal} `) }).waitFor();
      await main.getByText("Two or more possible", { exact: true }).waitFor();
      await main.getByText(/Promised: the true fault is in the set for 95\s% of rows/).waitFor();
      await main.getByText(/^To look at single rows the page needs scripts/).waitFor();
      await main.getByRole("link", { name: "Parquet" }).waitFor();
    },
  );

  it("obeys the Content Security Policy and reports no error", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
