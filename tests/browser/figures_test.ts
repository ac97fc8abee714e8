import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { BrowserContext, Page } from "playwright-core";
import { sampleFigures } from "../components/figures/sample_figures.ts";
import { namelessControls } from "./accessible_names.ts";
import { axeFindings } from "./axe.ts";
import { openBrowser, skipWithoutBrowser } from "./browser.ts";
import { complaintsOf } from "./complaints.ts";
import { type Gallery, serveGallery } from "./gallery/serve_gallery.ts";

let gallery: Gallery;
let browser: BrowserContext & AsyncDisposable;
let page: Page;
let complaints: readonly string[];

before(async () => {
  if (skipWithoutBrowser.skip) return;
  gallery = await serveGallery();
  browser = await openBrowser({ viewport: { width: 1280, height: 900 } });
  complaints = complaintsOf(browser, { types: ["error", "warning"] });
  page = await browser.newPage();
});

after(async () => {
  if (skipWithoutBrowser.skip) return;
  await browser[Symbol.asyncDispose]();
  await gallery[Symbol.asyncDispose]();
});

/** Shows the gallery and waits until every figure is drawn, each as it comes near. */
async function show(language: "en" | "zh"): Promise<void> {
  await page.goto(`${gallery.url}?language=${language}`);
  const rooms = page.locator(".drawing");
  await rooms.first().waitFor();
  assert.equal(await rooms.count(), sampleFigures.length);
  for (const room of await rooms.all()) {
    await room.scrollIntoViewIfNeeded();
    await room.locator("svg.plot").first().waitFor();
  }
}

function figureNamed(title: string) {
  return page.getByRole("figure").filter({ has: page.getByText(title, { exact: true }) }).first();
}

async function choose(title: string, item: string): Promise<void> {
  const figure = figureNamed(title);
  await figure.getByRole("button", { name: `Actions of ${title}` }).click();
  await figure.getByRole("menuitem", { name: item }).click();
}

async function download(title: string, item: string): Promise<{ name: string; bytes: Uint8Array }> {
  const waiting = page.waitForEvent("download");
  await choose(title, item);
  const file = await waiting;
  return { name: file.suggestedFilename(), bytes: await Deno.readFile(await file.path()) };
}

describe("the figures on a page", () => {
  it(
    "are all drawn in both languages, with names for all controls and no complaint",
    skipWithoutBrowser,
    async () => {
      for (const language of ["zh", "en"] as const) {
        await show(language);
        assert.deepEqual(await namelessControls(page), []);
        const labels = await page.getByRole("application").evaluateAll((rooms) =>
          rooms.map((room) => room.getAttribute("aria-label"))
        );
        assert.equal(labels.length, sampleFigures.length);
        const ending = { en: /\.$/, zh: /。$/ }[language];
        for (const label of labels) assert.match(label ?? "", ending);
      }
      assert.deepEqual(await axeFindings(page), []);
      assert.deepEqual(complaints, []);
    },
  );

  it(
    "say what stands under the pointer and, by the arrow keys, what stands at each point",
    skipWithoutBrowser,
    async () => {
      const figure = figureNamed("Log loss");
      const room = figure.getByRole("application");
      await room.scrollIntoViewIfNeeded();
      const box = await room.boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + box.width / 2, box.y + 40);
      await figure.locator(".figure-tip").getByText(/^round \d+/).waitFor();
      await page.mouse.move(0, 0);
      await figure.locator(".figure-tip").waitFor({ state: "detached" });
      await room.focus();
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowLeft");
      assert.match(
        await figure.locator("[aria-live]").textContent() ?? "",
        /^round 268, training 0\.\d+, validation 0\.\d+$/,
      );
      assert.equal(await figure.locator(".marked-point").count(), 1);
      await page.keyboard.press("Escape");
      assert.equal(await figure.locator(".figure-tip").count(), 0);
    },
  );

  it(
    "lead from a cell of the confusion matrix, or its most confused pair, to the rows",
    skipWithoutBrowser,
    async () => {
      const figure = figureNamed("Confusion");
      await figure.getByRole("application").focus();
      for (const key of ["Home", "ArrowDown", "ArrowRight", "Enter"]) {
        await page.keyboard.press(key);
      }
      assert.equal(await page.title(), "io_saturation as io_saturation");
      await figure.getByRole("button", { name: "Open these rows" }).click();
      assert.equal(await page.title(), "normal as slow_query");
      await figure.getByRole("button", { name: "Shares" }).click();
      await figure.getByText("0.94", { exact: true }).first().waitFor();
    },
  );

  it("show class shares as a pie when asked", skipWithoutBrowser, async () => {
    const figure = figureNamed("Rows of each class");
    await figure.getByRole("button", { name: "Pie" }).click();
    await figure.getByText(/^normal 41 %$/).waitFor();
    const slices = figure.locator("svg.plot path");
    await slices.nth(5).waitFor();
    assert.equal(await slices.count(), 6);
  });

  it(
    "are saved as SVG, PNG of twice the size and CSV, and shown as a table or enlarged",
    skipWithoutBrowser,
    async () => {
      const svg = await download("Reliability", "Download SVG");
      assert.equal(svg.name, "reliability.svg");
      const text = new TextDecoder().decode(svg.bytes);
      assert.doesNotMatch(text, /var\(--|<style|style=/);
      const root = await page.evaluate((xml) => {
        const parsed = new DOMParser().parseFromString(xml, "image/svg+xml");
        const { localName, firstElementChild } = parsed.documentElement;
        return [
          localName,
          firstElementChild?.textContent,
          parsed.querySelectorAll("parsererror").length,
        ];
      }, text);
      assert.deepEqual(root, ["svg", "Reliability", 0]);

      const png = await download("Reliability", "Download PNG");
      assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
      const width = new DataView(png.bytes.buffer, png.bytes.byteOffset).getUint32(16);
      assert.equal(width, 2 * Number(/<svg[^>]* width="(\d+)"/.exec(text)?.[1]));

      const csv = await download("Reliability", "Download CSV");
      const lines = new TextDecoder().decode(csv.bytes).trimEnd().split("\n");
      assert.equal(lines[0], "mean probability,observed share,rows");
      assert.equal(lines.length, 12);

      await choose("Reliability", "Show the data");
      const table = figureNamed("Reliability").getByRole("table");
      assert.equal(await table.getByRole("row").count(), 12);
      await choose("Reliability", "Enlarge");
      const dialog = page.getByRole("dialog", { name: "Reliability" });
      await dialog.locator("svg.plot").waitFor();
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      assert.deepEqual(complaints, []);
    },
  );

  it("do not scroll the page sideways where it is narrow", skipWithoutBrowser, async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await show("zh");
    const overhang = await page.evaluate(() =>
      document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    assert.equal(overhang, 0);
    assert.deepEqual(complaints, []);
  });
});
