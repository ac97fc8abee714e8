import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import * as z from "zod/mini";
import { datasetSchema, modelsSchema } from "@/web/api_schema.ts";
import { diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { uploadSchema } from "@/web/upload_schema.ts";
import { until } from "../pipeline/kernel/processes.ts";
import { axeFindings } from "./axe.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Small cluster",
  cells: [
    {
      id: "about",
      kind: "note",
      params: { en: "# Which fault?\n\nIt *matters*.", zh: "# 哪种故障？" },
    },
    { id: "simulate", kind: "simulate", params: { rows: 400, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "impute", kind: "impute", params: {} },
    { id: "rank", kind: "rank-features", params: {} },
    {
      id: "train",
      kind: "train",
      params: { learner: { name: "random-forest", trees: 10 }, folds: 2 },
    },
    { id: "evaluate", kind: "evaluate", params: {} },
    { id: "map", kind: "projection", params: { method: "pca" } },
    { id: "wrong", kind: "scale", params: { method: "guess" } },
  ],
};

/** Ways to look at a page: every page in each of them. */
const views = [
  { language: "en", colorScheme: "light", viewport: { width: 1280, height: 800 } },
  { language: "zh", colorScheme: "dark", viewport: { width: 400, height: 800 } },
] as const;

describe("every page", () => {
  let pages: WorkbenchPages;
  /** Name → address. */
  let addresses: Record<string, string>;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ expected: /status of 404/ });
    addresses = await fillWorkspace(pages);
  });

  after(() => pages?.[Symbol.asyncDispose]());

  for (const { language, colorScheme, viewport } of views) {
    it(
      `passes axe-core and fits its window (${language}, ${colorScheme}, ${viewport.width} px)`,
      skipWithoutBrowser,
      async () => {
        const page = await pages.browser.newPage();
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const found: Record<string, string[]> = {};
        for (const [name, address] of Object.entries(addresses)) {
          // Nothing shall wait to be scrolled to.
          const isLong = name === "notebook" || name === "diagnosis";
          const height = isLong ? 12_000 : viewport.height;
          await page.setViewportSize({ ...viewport, height });
          await open(page, `${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
          await page.screenshot({
            path: `${pages.folder}/${name}-${language}.png`,
            fullPage: true,
          });
          const findings = await axeFindings(page);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          if (width > viewport.width) findings.push(`${width} px wide`);
          if (findings.length > 0) found[name] = findings;
        }
        await page.close();
        assert.deepEqual(found, {});
      },
    );
  }

  it("obeys the Content Security Policy and reports no error", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});

/** Opens a page and waits until it is alive and its figures are drawn. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForFunction(() =>
    document.querySelector("x-island:not([data-hydrated])") === null
  );
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() =>
    document.querySelector(".grid-row .waiting") === null &&
    [...document.querySelectorAll("figure")].every((figure) =>
      figure.querySelector(".drawing svg, canvas, table") !== null
    )
  );
}

/** Fills the workspace with one of everything. @returns the addresses of its pages */
async function fillWorkspace(pages: WorkbenchPages): Promise<Record<string, string>> {
  const { url, browser: { request } } = pages;
  const ask = async <T>(schema: z.core.$ZodType<T>, path: string, data?: unknown): Promise<T> => {
    const answer =
      await (data === undefined ? request.get(url + path) : request.post(url + path, { data }));
    assert.ok(answer.ok(), await answer.text());
    return z.parse(schema, await answer.json());
  };
  const id = await pages.make(notebook, { run: true });
  const view = () => pages.stored(id);
  await until(async () => (await view()).run === null);
  const states = (await view()).cells.map(({ state }) => state);
  assert.deepEqual(
    states.map(({ state }) => state),
    notebook.cells.map(({ id }) => id === "wrong" ? "failed" : "fresh"),
    JSON.stringify(states),
  );
  const { tables = [] } = (await view()).cells[1]?.result?.result ?? {};
  const number = tables.findIndex(({ rows }) => rows === 400);
  const rows = await request.get(
    `${url}/api/notebooks/${id}/cells/simulate/tables/${number}/file`,
  );
  const body = await rows.body();
  const headers = { "content-type": "text/csv" };
  const stored = await request.post(`${url}/api/datasets?name=cluster.csv`, {
    data: body,
    headers,
  });
  z.parse(datasetSchema, await stored.json());
  const [model] = (await ask(modelsSchema, "/api/models")).models;
  const diagnosed = await request.post(
    `${url}/api/models/${model?.id ?? ""}/diagnose?wait=true&name=tonight.csv`,
    { data: body, headers },
  );
  assert.ok(diagnosed.ok(), await diagnosed.text());
  const diagnosis = z.parse(diagnosisSchema, await diagnosed.json());
  const table = "at,load,fault,note\n" + "1,2.5,Lock,a\n2,x,Normal,\n3,4\n4,5,Lock,b\n".repeat(20);
  const expected = { name: "new.csv", bytes: table.length, fingerprint: "new" };
  const upload = await ask(uploadSchema, "/api/uploads", expected);
  const sent = await request.patch(`${url}/api/uploads/${upload.id}?offset=0`, {
    data: table,
    headers,
  });
  assert.ok(sent.ok(), await sent.text());
  return {
    import: `${url}/import/${upload.id}`,
    home: `${url}/`,
    notebook: `${url}/notebooks/${id}`,
    diagnose: `${url}/diagnose`,
    diagnosis: `${url}/diagnoses/${diagnosis.id}`,
    sample: `${url}/sample?diagnosis=${diagnosis.id}&row=2`,
    api: `${url}/api/docs`,
    nowhere: `${url}/nowhere`,
    login: `${url}/login`,
  };
}
