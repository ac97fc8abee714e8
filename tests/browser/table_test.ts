import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import * as z from "zod/mini";
import { datasetSchema } from "@/web/api_schema.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { goneOrChanged, openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const count = 3000;
const faults = ["none", "slow disk", "lock wait"] as const;

/** Names that look like code, a hole in every fifth row, forty columns. */
function csv(): string {
  const names = [
    "host",
    "fault",
    "<b>load</b>",
    ...Array.from({ length: 40 }, (_, k) => `kpi_${k}`),
  ];
  const rows = Array.from({ length: count }, (_, row) => [
    row === 7 ? '"<img src=x onerror=alert(1)>"' : `host ${row}`,
    faults[row % 3],
    row % 5 === 0 ? "" : String((row * 7919) % 1000 / 8),
    ...Array.from({ length: 40 }, (_, k) => String(row * (k + 1))),
  ]);
  return [names, ...rows].map((row) => row.join(",")).join("\n");
}

describe("the grid of a table", () => {
  let pages: WorkbenchPages;
  let page: Page;
  let cell: Locator;
  let grid: Locator;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ expected: goneOrChanged });
    await pages.browser.grantPermissions(["clipboard-read", "clipboard-write"]);
    const answer = await pages.browser.request.post(`${pages.url}/api/datasets?name=wide.csv`, {
      data: csv(),
    });
    const { file } = z.parse(datasetSchema, await answer.json());
    const id = await pages.make({
      format: 1,
      title: "Grid",
      cells: [{ id: "wide", kind: "import", params: { file } }],
    });
    page = await pages.open(id);
    await page.getByRole("button", { name: "Run all" }).first().click();
    cell = page.locator("#wide");
    await page.locator("#wide[data-state=fresh]").waitFor({ timeout: 60_000 });
    await cell.getByRole("tab", { name: /Rows/ }).click();
    grid = cell.getByRole("grid");
    await there();
  });

  after(async () => {
    await pages?.[Symbol.asyncDispose]();
    assert.deepEqual(pages?.complaints ?? [], []);
  });

  /** Waits until the rows in sight are there. */
  async function there(): Promise<void> {
    await grid.locator(".grid-body .grid-row").first().waitFor();
    await grid.locator(".grid-body:not(:has(.waiting))").waitFor();
  }

  const cellAt = (row: number, column: number) =>
    grid.locator(`[aria-rowindex="${row + 1}"] [aria-colindex="${column + 1}"]`);
  const head = (name: string) =>
    grid.getByRole("columnheader").filter({ has: page.getByText(name, { exact: true }) });
  const choose = async (column: string, action: string): Promise<void> => {
    await grid.getByRole("button", { name: `Column ${column}`, exact: true }).click();
    await cell.getByRole("menuitem", { name: action }).click();
  };

  it(
    "shows texts as texts, marks holes and draws few of its rows",
    skipWithoutBrowser,
    async () => {
      assert.equal(await grid.getAttribute("aria-rowcount"), String(count + 1));
      assert.equal(await cellAt(8, 1).textContent(), "<img src=x onerror=alert(1)>");
      assert.equal(await cellAt(1, 3).textContent(), "∅");
      assert.equal(await cellAt(1, 3).getAttribute("title"), "missing");
      assert.ok(await grid.getByRole("row").count() < 80);
      assert.ok(await head("host").isVisible());
      await grid.locator(".grid-chart .bars[d^=M]").first().waitFor();
      const findings = await axeFindings(page);
      assert.deepEqual(findings.filter((finding) => finding.includes("grid")), []);
    },
  );

  it("sorts by its heads, by several with Shift, holes last", skipWithoutBrowser, async () => {
    await head("fault").locator(".grid-name").click();
    await head("kpi_0").locator(".grid-name").click({ modifiers: ["Shift"] });
    await head("kpi_0").locator(".grid-name").click({ modifiers: ["Shift"] });
    await grid.locator("[aria-sort=descending]").waitFor();
    await there();
    assert.equal(await cellAt(1, 1).textContent(), "host 2999");
    assert.equal(await cellAt(1, 2).textContent(), "lock wait");
    await choose("fault", "Do not sort by it");
    await choose("kpi_0", "Do not sort by it");
    await there();
    assert.equal(await cellAt(1, 1).textContent(), "host 0");
  });

  it(
    "filters and searches, says how many rows are left, and goes back",
    skipWithoutBrowser,
    async () => {
      await choose("fault", "Filter …");
      await cell.getByLabel("Condition").selectOption("is");
      await cell.getByLabel("Value").fill("slow disk");
      await page.keyboard.press("Enter");
      await cell.getByText("1,000 of 3,000 rows").waitFor();
      await there();
      assert.equal(await cellAt(1, 1).textContent(), "host 1");
      await cell.getByRole("searchbox", { name: "Search texts" }).fill("HOST 29");
      await cell.getByText("36 of 3,000 rows").waitFor();
      const link = await cell.getByRole("link", { name: "CSV of these rows" }).getAttribute("href");
      const file = await (await pages.browser.request.get(`${pages.url}${link}`)).text();
      assert.equal(file.trimEnd().split("\n").length, 37);
      await cell.getByRole("searchbox", { name: "Search texts" }).fill("nowhere");
      await cell.getByRole("button", { name: "Show all rows" }).click();
      await cell.getByText("3,000 rows", { exact: true }).waitFor();
      await there();
    },
  );

  it(
    "is walked through by keys, copies a selection and opens a row",
    skipWithoutBrowser,
    async () => {
      await grid.focus();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Shift+ArrowRight");
      await page.keyboard.press("Shift+ArrowDown");
      await page.keyboard.press("Control+c");
      await cell.getByText("Copied 2 × 3 cells.").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied, "host 1\tslow disk\t114.875\nhost 2\tlock wait\t104.75");
      await page.keyboard.press("Control+End");
      await there();
      const active = await grid.getAttribute("aria-activedescendant") ?? "";
      assert.equal(await page.locator(`[id="${active}"]`).textContent(), "119,960");
      await page.keyboard.press("Enter");
      const sheet = page.getByRole("dialog", { name: "Row 3,000" });
      await sheet.getByText("host 2999").waitFor();
      await page.keyboard.press("Escape");
      await cell.locator(".grid-box:focus").waitFor();
      await page.keyboard.press("Control+Home");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("Enter");
      await grid.locator("[aria-sort=ascending]").waitFor();
      await page.keyboard.press("Alt+ArrowDown");
      await cell.getByRole("menuitem", { name: "Do not sort by it" }).click();
      await there();
    },
  );

  it("pins, hides and sums up columns", skipWithoutBrowser, async () => {
    await choose("fault", "Pin to the left");
    assert.equal(await cellAt(1, 1).textContent(), "none");
    await grid.focus();
    await page.keyboard.press("End");
    await there();
    assert.ok(await head("fault").isVisible());
    await page.keyboard.press("Home");
    await choose("fault", "Hide");
    assert.equal(await cellAt(1, 1).textContent(), "host 0");
    await cell.getByRole("button", { name: "Show 1 hidden" }).click();
    await choose("fault", "Summary");
    const sheet = page.getByRole("dialog", { name: "Column fault" });
    await sheet.getByText("1,000 (33 %)").first().waitFor();
    await sheet.getByRole("button", { name: "Close" }).click();
  });
});
