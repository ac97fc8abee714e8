import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { until } from "../pipeline/kernel/processes.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Which <b>fault</b>?",
  cells: [
    {
      id: "about",
      kind: "note",
      params: { en: "# Why\n\nThe *reason*.", zh: "# 原因\n\n*说明*。" },
    },
    { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "impute", kind: "impute", params: {} },
    { id: "map", kind: "projection", params: { method: "pca" } },
    {
      id: "train",
      kind: "train",
      params: { folds: 2, learner: { name: "random-forest", trees: 20 } },
    },
    { id: "evaluate", kind: "evaluate", params: {} },
    { id: "found", kind: "diagnose", title: "Tonight", params: {} },
    { id: "wrong", kind: "impute", params: { strategy: "guess" } },
  ],
};

/** What a page or a report shows of a cell, as texts. */
interface Shown {
  readonly heading: string;
  readonly summary: string;
  readonly figures: readonly { title: string; caption: string; sentence: string }[];
}

async function shownOf(page: Page, cell: string): Promise<Shown> {
  return await page.locator(cell).evaluate((section): Shown => {
    const text = (element: Element | null | undefined): string =>
      (element?.textContent ?? "").replace(/\s+/g, " ").trim();
    return {
      heading: text(section.querySelector("h2")),
      summary: text(section.querySelector(":scope > .cell-summary")),
      figures: [...section.querySelectorAll(".figure")].map((figure) => ({
        title: text(figure.querySelector("figcaption")),
        caption: [...figure.querySelectorAll(":scope > .figure-note")].map((note) => {
          const button = text(note.querySelector("button"));
          return text(note).slice(0, -button.length || undefined).trim();
        }).join("|"),
        sentence: figure.querySelector(".drawing")?.getAttribute("aria-label") ?? "",
      })),
    };
  });
}

/** The first rows and columns of a table, whether it stands there plain or as a grid. */
async function firstCells(table: Locator): Promise<string[][]> {
  return await table.evaluate((root) => {
    const rows = root.querySelectorAll("tbody tr, .grid-body [role=row]");
    return [...rows].slice(0, 8).map((row) =>
      [...row.querySelectorAll("td, [role=gridcell]")].slice(0, 3).map(({ textContent }) =>
        textContent ?? ""
      )
    );
  });
}

describe("the report of a notebook, opened from disk", () => {
  it(
    "reads as the page, asks nobody for anything, and looks right in both languages and themes",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages();
      const { browser, folder, url, complaints } = pages;
      const id = await pages.make(notebook);
      await browser.request.post(`${url}/api/notebooks/${id}/run`, { data: { cells: "all" } });
      await until(async () => (await pages.stored(id)).run === null);
      const { cells } = await pages.stored(id);
      assert.deepEqual(
        cells.filter(({ state }) => state.state !== "fresh").map((cell) => cell.id),
        ["wrong"],
        JSON.stringify(cells.map(({ state }) => state)),
      );

      for (const language of ["en", "zh"] as const) {
        const answer = await browser.request.get(
          `${url}/api/notebooks/${id}/export?as=html&language=${language}`,
        );
        const text = await answer.text();
        assert.ok(answer.ok(), text);
        assert.ok(text.length < 2_000_000, `${text.length}`);
        const path = `${folder}/report-${language}.html`;
        await Deno.writeTextFile(path, text);

        const page = await pages.open(id, `?lang=${language}`);
        const report = await browser.newPage();
        const requests: string[] = [];
        report.on("request", (request) => requests.push(request.url()));
        await report.goto(`file://${path}`);
        assert.equal(await report.getByRole("heading", { level: 1 }).textContent(), notebook.title);
        // A tab behind another draws no frames, and nothing in it ever comes to rest.
        await page.bringToFront();
        for (const cell of cells.map((each) => each.id)) {
          await page.locator(`#${cell}`).scrollIntoViewIfNeeded();
          if (!["about", "wrong"].includes(cell)) {
            await page.locator(`#${cell} .drawing svg, #${cell} .results table`).first().waitFor();
          }
          const [onPage, inReport] = [
            await shownOf(page, `#${cell}`),
            await shownOf(report, `#cell-${cell}`),
          ];
          assert.deepEqual(inReport, onPage, cell);
          if (language === "en") await compareTables(page, report, cell);
        }
        assert.equal(
          await report.locator("#cell-about .markdown").innerHTML(),
          await page.locator("#about .markdown").innerHTML(),
        );
        await report.locator("#cell-wrong .error .what").waitFor();
        assert.equal(
          await report.locator("#cell-wrong .error .what").textContent(),
          await page.locator("#wrong .error .what").first().textContent(),
        );
        await page.close();

        for (const colorScheme of ["light", "dark"] as const) {
          await report.emulateMedia({ colorScheme });
          for (const width of [1280, 400]) {
            await report.setViewportSize({ width, height: 900 });
            const scrolled = await report.evaluate(() => document.documentElement.scrollWidth);
            assert.ok(scrolled <= width, `${scrolled} of ${width}`);
            if ((language === "zh") !== (width === 400)) continue;
            const name = `${folder}/report-${language}-${colorScheme}-${width}.png`;
            await report.screenshot({ path: name, fullPage: true });
          }
          assert.deepEqual(await axeFindings(report), [], `${language} ${colorScheme}`);
          const ground = await report.evaluate(() =>
            getComputedStyle(document.documentElement).backgroundColor
          );
          assert.equal(
            ground,
            { light: "rgb(251, 251, 250)", dark: "rgb(20, 22, 21)" }[colorScheme],
          );
        }
        assert.deepEqual(requests, [`file://${path}`]);
        await report.close();
      }
      assert.deepEqual(complaints, []);
    },
  );
});

/** Opens each table of a cell, on the page and in the report, and compares what is seen first. */
async function compareTables(page: Page, report: Page, cell: string): Promise<void> {
  const parts = report.locator(`#cell-${cell} .report-part:has(table):not(.report-counts)`);
  for (const part of await parts.all()) {
    const label = (await part.locator("summary").evaluate(({ firstChild }) =>
      firstChild?.textContent ?? ""
    )).trim();
    const tab = page.locator(`#${cell} .results [role=tab]`).filter({ hasText: label }).first();
    await tab.click();
    const shown = page.locator(`#${cell} .results [role=tabpanel]`);
    await shown.locator("tbody tr, .grid-body [role=gridcell]:not(.waiting)").first().waitFor();
    await part.evaluate((details) => details.setAttribute("open", ""));
    assert.deepEqual(await firstCells(part), await firstCells(shown), `${cell}: ${label}`);
  }
}
