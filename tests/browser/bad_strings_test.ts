import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import * as z from "zod/mini";
import { datasetSchema, modelsSchema } from "@/web/api_schema.ts";
import { diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { until } from "../pipeline/kernel/processes.ts";
import { sharedFile } from "../shared.ts";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

const list = sharedFile("badinput/blns/blns.json");

const script = `<script>alert("ran")</script>`;
const image = `"><img src=x onerror=alert("ran")>`;
const own = [
  script,
  image,
  `javascript:alert("ran")`,
  "</x-island><svg onload=alert(1)>",
  "{{7*7}}",
];
const label = `${script} label`;
const long = "长 name ".repeat(2000);

/** A table with such texts as its column names, its classes and its values. */
function badCsv(texts: readonly string[]): string {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const columns = [...new Set(texts.map((text) => text.trim().slice(0, 200)))]
    .filter((text) => text !== "" && !/[\0\r\n]/.test(text)).slice(0, 80);
  const classes = [script, image, long.slice(0, 300)];
  const rows = Array.from({ length: 120 }, (_, row) => [
    ...columns.map((_, column) => String((row * (column + 3)) % 17 + (row % 3) * 5)),
    quoted(texts[row % texts.length] ?? ""),
    quoted(classes[row % 3] ?? ""),
  ]);
  return [[...columns, "comment", label].map(quoted), ...rows].map((row) => row.join(","))
    .join("\n");
}

describe("texts that look like code", () => {
  it("are shown as texts on every page, and nothing of them runs", skipWithoutBrowser, async () => {
    const texts = [
      ...own,
      ...(list === undefined
        ? []
        : z.parse(z.array(z.string()), JSON.parse(await Deno.readTextFile(list)))),
    ];
    await using pages = await openWorkbenchPages();
    const { url, folder, browser } = pages;
    const { request } = browser;
    browser.on("dialog", (dialog) => {
      pages.complaints.push(dialog.message());
      void dialog.dismiss();
    });
    const page = await browser.newPage();

    const upload = async <T>(schema: z.core.$ZodType<T>, path: string): Promise<T> => {
      const headers = { "content-type": "text/csv" };
      const answer = await request.post(`${url}${path}`, { data: badCsv(texts), headers });
      assert.ok(answer.ok(), await answer.text());
      return z.parse(schema, await answer.json());
    };
    const name = encodeURIComponent(`${image}.csv`);
    const { file } = await upload(datasetSchema, `/api/datasets?name=${name}`);
    const notebook = {
      format: 1,
      title: image + long,
      cells: [
        {
          id: "note",
          kind: "note",
          title: script,
          params: { en: texts.join("\n\n").slice(0, 90_000) },
        },
        { id: "import", kind: "import", title: image, params: { file, label } },
        { id: "profile", kind: "profile", title: long.slice(0, 900), params: {} },
        { id: "map", kind: "projection", params: { method: "pca" } },
        {
          id: "train",
          kind: "train",
          params: { learner: { name: "random-forest", trees: 5 }, folds: 2 },
        },
        { id: "evaluate", kind: "evaluate", params: {} },
      ],
    };
    const id = await pages.make(notebook, { run: true });
    const view = () => pages.stored(id);
    await until(async () => (await view()).run === null);
    const states = (await view()).cells.map(({ state }) => state.state);
    assert.deepEqual(states.filter((state) => state !== "fresh"), [], JSON.stringify(await view()));
    const models = await request.get(`${url}/api/models`);
    const [model] = z.parse(modelsSchema, await models.json()).models;
    const diagnosis = await upload(
      diagnosisSchema,
      `/api/models/${model?.id ?? ""}/diagnose?wait=true&name=${name}`,
    );

    await page.goto(`${url}/notebooks/${id}?lang=en`);
    await page.getByRole("button", { name: "Run all" }).first().waitFor();
    await page.locator("#import").getByRole("heading", { name: image }).waitFor();
    await page.locator("#note").getByText(script).first().waitFor();
    const [figures, tabs] = [page.locator("figure"), page.getByRole("tab")];
    await figures.first().waitFor();
    for (const figure of await figures.all()) await figure.scrollIntoViewIfNeeded();
    assert.ok(await tabs.count() > 10);
    for (const tab of await tabs.all()) await tab.click();
    await assertNoTraces(page, `${folder}/notebook.png`);
    const answer = await request.get(`${url}/api/notebooks/${id}/export?as=html`);
    await Deno.writeFile(`${folder}/report.html`, await answer.body());
    await page.goto(`file://${folder}/report.html`);
    await page.locator("#cell-import").getByRole("heading", { name: image }).waitFor();
    for (const part of await page.locator("details").all()) {
      await part.evaluate((details) => details.setAttribute("open", ""));
    }
    await assertNoTraces(page, `${folder}/report.png`);
    await page.setViewportSize({ width: 400, height: 800 });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 400);
    await page.setViewportSize({ width: 1280, height: 800 });
    for (
      const [shot, path] of Object.entries({
        home: "/",
        diagnose: "/diagnose",
        diagnosis: `/diagnoses/${diagnosis.id}`,
      })
    ) {
      await page.goto(url + path);
      await page.getByText(image.slice(0, 20)).filter({ visible: true }).first().waitFor();
      await assertNoTraces(page, `${folder}/${shot}.png`);
    }
    assert.deepEqual(pages.complaints, []);
  });
});

/** Asserts that no text became an element, and that none made the page wider than its window. */
async function assertNoTraces(page: Page, screenshot: string): Promise<void> {
  await page.screenshot({ path: screenshot });
  assert.equal(await page.locator("img[src=x], [onerror], [onload], body script").count(), 0);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 1280);
}
