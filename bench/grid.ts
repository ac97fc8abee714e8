import { join } from "node:path";
import type { Page } from "playwright-core";
import pl from "nodejs-polars";
import { z } from "zod";
import { ParquetParts } from "@/pipeline/table/parquet_parts.ts";
import { TableReader } from "@/pipeline/table/paging/table_reader.ts";
import { openBrowser } from "../tests/browser/browser.ts";
import { serve } from "../tests/web/served.ts";
import { pageQuerySchema, summaryQuerySchema } from "@/web/table_query.ts";

// The grid over 1,000,000 × 300: what the server takes for a page, and how smoothly Chromium scrolls.
// `deno task build` first. Arguments: rows, columns, a file that was made before.

async function main(rows: number, columns: number, known: string | undefined): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "bench-grid-" });
  try {
    const file = known ?? join(folder, "wide.parquet");
    if (known === undefined) await makeTable(file, rows, columns);
    await measureReader(file, rows);
    await measurePage(folder, file, rows);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Float32 columns `kpi_0`, … with 5 % holes, and a text column `fault`. */
async function makeTable(path: string, rows: number, columns: number): Promise<void> {
  await using parts = await ParquetParts.create(path);
  const step = 50_000;
  const faults = ["none", "slow disk", "network loss", "lock wait"];
  for (let start = 0; start < rows; start += step) {
    const count = Math.min(step, rows - start);
    const series = Array.from({ length: columns - 1 }, (_, column) => {
      const scale = 10 ** (column % 9);
      const values = Float32Array.from(
        { length: count },
        () => Math.random() < 0.05 ? NaN : (Math.random() + Math.random() - 1) * scale,
      );
      return pl.Series(`kpi_${column}`, values);
    });
    const fault = Array.from({ length: count }, () => faults[Math.floor(4 * Math.random())] ?? "");
    await parts.append(pl.DataFrame([pl.Series("fault", fault), ...series]));
  }
  await parts.finish();
}

async function measureReader(path: string, rows: number): Promise<void> {
  const reader = new TableReader(256 * 2 ** 20);
  const columns = Array.from({ length: 16 }, (_, index) => `kpi_${index + 20}`);
  const page = async (name: string, query: object): Promise<void> => {
    const begin = performance.now();
    await reader.page(path, { offset: 0, limit: 100, columns, ...query }, () => Promise.resolve());
    report(`page of 100 × 16: ${name}`, performance.now() - begin);
  };
  const sort = [{ column: "kpi_30", descending: true }];
  const filter = [{ column: "fault", op: "is", value: "slow disk" }];
  await page("the first of the file", {});
  await page("the next one", { offset: 100 });
  await page("after a jump", { offset: Math.floor(rows * 0.567) });
  await page("sorted by a column, the first", { sort });
  await page("sorted, the next one", { sort, offset: 100 });
  await page("sorted, after a jump", { sort, offset: Math.floor(rows / 2) });
  await page("sorted by another column", { sort: [{ column: "kpi_8", descending: false }] });
  await page("filtered by a text", { filter });
  await page("searched", { search: "SLOW" });
  const begin = performance.now();
  await reader.summary(path, columns.slice(0, 8), () => Promise.resolve());
  report("summary of a column", (performance.now() - begin) / 8);
  console.log(`resident memory ${(Deno.memoryUsage().rss / 2 ** 20).toFixed(0)} MiB`);
}

/** The page of a small notebook, whose table is answered from the large file: importing it is not measured here. */
async function measurePage(folder: string, file: string, rows: number): Promise<void> {
  await using workbench = await serve(join(folder, "workspace"));
  await using browser = await openBrowser();
  const first = await browser.newPage();
  await first.goto(workbench.launch ?? "");
  await first.waitForURL(`${workbench.url}/`);
  const cells = [{ id: "wide", kind: "simulate", params: { rows: 100 } }];
  const answer = await browser.request.post(`${workbench.url}/api/notebooks`, {
    data: { notebook: { format: 1, title: "Wide", cells }, run: true },
  });
  const { id } = z.object({ id: z.string() }).parse(await answer.json());
  const page = await browser.newPage();
  await answerFrom(page, file);
  await page.goto(`${workbench.url}/notebooks/${id}`);
  await page.locator("#wide[data-state=fresh]").waitFor({ timeout: 300_000 });
  await page.locator("#wide").getByRole("tab", { name: /Rows/ }).click();
  const grid = page.locator("#wide .grid-box");
  const ready = grid.locator(".grid-body:not(:has(.waiting)) .grid-cell").first();
  await ready.waitFor();
  await page.waitForTimeout(3000);
  await frames(page, "scrolling down, 120 px a frame", 0, 120);
  await frames(page, "scrolling down fast, 900 px a frame", 0, 900);
  await frames(page, "scrolling right, 60 px a frame", 60, 0);
  await grid.evaluate((box) => box.scrollTo(0, 0));
  await ready.waitFor();
  const begin = performance.now();
  await page.locator("#wide .grid-name").nth(3).click();
  await grid.locator("[aria-sort=ascending]").waitFor();
  await ready.waitFor();
  report("a click on a head to the sorted rows on the screen", performance.now() - begin);
  await grid.focus();
  await page.keyboard.press("Control+End");
  await page.locator(`#wide [aria-rowindex="${rows + 1}"]`).waitFor();
  console.log("the last row is reached by Ctrl+End");
}

/** Answers what the page asks about tables from a file. */
async function answerFrom(page: Page, file: string): Promise<void> {
  const reader = new TableReader(256 * 2 ** 20);
  const turn = () => Promise.resolve();
  await page.route(/\/tables\/\d+(\/summary)?\?/, async (route) => {
    const url = new URL(route.request().url());
    const query = Object.fromEntries(url.searchParams);
    const json = url.pathname.endsWith("/summary")
      ? { columns: await reader.summary(file, summaryQuerySchema.parse(query).columns, turn) }
      : await reader.page(file, pageQuerySchema.parse(query), turn);
    // The page may have given it up meanwhile.
    await route.fulfill({ json }).catch(() => {});
  });
}

/** Scrolls for three seconds and tells how the frames came. */
async function frames(page: Page, name: string, x: number, y: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const seconds = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ThreadTime")?.value ?? NaN;
  };
  const before = await seconds();
  const gaps = await page.evaluate(async ({ x, y }) => {
    const box = document.querySelector("#wide .grid-box");
    const gaps: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    for (const end = last + 3000; last < end;) {
      box?.scrollBy(x, y);
      const now = await new Promise<number>(requestAnimationFrame);
      gaps.push(now - last);
      last = now;
    }
    return gaps;
  }, { x, y });
  const work = 1000 * (await seconds() - before) / gaps.length;
  await session.detach();
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  const dropped = gaps.reduce(
    (sum, gap) => sum + Math.max(0, Math.round(gap / (1000 / 60)) - 1),
    0,
  );
  console.log(
    `${name.padEnd(52)} ${(1000 * gaps.length / total).toFixed(1)} frames/s, longest ` +
      `${Math.max(...gaps).toFixed(0)} ms, dropped ${dropped} of ${gaps.length + dropped}, ` +
      `${work.toFixed(1)} ms of processor time a frame in the page's thread`,
  );
}

function report(name: string, milliseconds: number): void {
  console.log(`${name.padEnd(52)} ${milliseconds.toFixed(1)} ms`);
}

if (import.meta.main) {
  const [rows = "1000000", columns = "300", known] = Deno.args;
  await main(Number(rows), Number(columns), known);
}
