import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { notebookViewSchema } from "@/web/api_schema.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

const faults = ["normal", "disk_full", "lock_wait"];

/** Rows of four KPIs of which two tell the fault, with holes. */
function table(rows: number, withLabel: boolean): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const fault = row % faults.length;
    const noise = (row * 37 % 101) / 101;
    const disk = (fault === 1 ? 95 : 30) + 4 * noise;
    const locks = row % 11 === 5 ? "" : (fault === 2 ? 40 : 2) + noise;
    const cells = [disk, locks, 50 + 9 * noise, row % 7];
    return (withLabel ? [...cells, faults[fault]] : cells).join(",");
  });
  const heads = ["disk.used_pct", "db.lock_waits", "cpu.user_pct", "net.errors"];
  return [withLabel ? [...heads, "fault"].join(",") : heads.join(","), ...lines, ""].join("\n");
}

function file(name: string, text: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

/** The notebook that the page shows, once nothing in it runs. */
async function finishedNotebook(page: Page) {
  const address = `/api${new URL(page.url()).pathname}`;
  for (;;) {
    const answer = await page.request.get(new URL(address, page.url()).href);
    const notebook = notebookViewSchema.parse(await answer.json());
    if (notebook.run === null) return notebook;
    await page.waitForTimeout(200);
  }
}

describe("the first page", () => {
  it(
    "opens the demo, trains from a CSV, diagnoses another and gives a line for each row",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages();
      const page = await pages.browser.newPage();
      await page.goto(pages.url);

      await page.getByRole("heading", { name: "Nothing here yet" }).waitFor();
      await isAlive(page, "Home");
      await page.getByRole("button", { name: "Run the demo" }).click();
      await page.waitForURL("**/notebooks/*");
      await page.getByRole("heading", { name: /Simulate/ }).waitFor();
      const demo = page.url().replace("/notebooks/", "/api/notebooks/");
      assert.equal((await page.request.post(`${demo}/cancel`, { data: {} })).status(), 202);

      await page.goto(pages.url);
      await page.getByRole("link", { name: /Fault diagnosis/ }).waitFor();
      await isAlive(page, "Home");
      const chosen = page.waitForEvent("filechooser");
      await page.getByRole("button", { name: "Train from CSV" }).click();
      await (await chosen).setFiles(file("kpis.csv", table(120, true)));
      await page.getByRole("button", { name: "Import and train" }).click();
      await page.waitForURL("**/notebooks/*");
      const trained = await finishedNotebook(page);
      assert.deepEqual(trained.notebook.cells.map(({ kind }) => kind), [
        "import",
        "drop-constant",
        "impute",
        "train",
        "evaluate",
      ]);
      assert.deepEqual(
        trained.cells.map(({ state }) => state.state),
        ["cached", "fresh", "fresh", "fresh", "fresh"],
      );

      await page.goto(pages.url);
      await page.getByText("all 5 fresh").waitFor();
      await isAlive(page, "Home");
      await page.getByRole("button", { name: "Diagnose a CSV", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Diagnose a CSV" });
      const input = dialog.locator("input[type=file]");
      const diagnose = dialog.getByRole("button", { name: "Diagnose", exact: true });
      await input.setInputFiles(file("other.csv", "a,b\n1,2\n"));
      await diagnose.click();
      await page.waitForURL("**/diagnoses/*");
      await page.getByText(/4 of the 4 features the model needs are missing/).waitFor();
      await page.getByRole("heading", { name: "Diagnosis of other.csv" }).waitFor();

      await page.goto(pages.url);
      await isAlive(page, "Home");
      await page.getByRole("button", { name: "Diagnose a CSV", exact: true }).click();
      const rows = 31;
      await input.setInputFiles(file("incident.csv", table(rows, false)));
      await diagnose.click();
      await page.waitForURL("**/diagnoses/*");
      await page.getByRole("heading", { name: "Diagnosis of incident.csv" }).waitFor();
      const shares = page.getByRole("table").first();
      await shares.getByRole("row", { name: /lock_wait.* 10 / }).waitFor();
      await page.getByText("Rows 1 to 25 of 31.").waitFor();
      await page.getByRole("button", { name: "Later rows" }).click();
      await page.getByRole("button", { name: `Row ${rows}`, exact: true }).waitFor();

      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Download" }).click();
      await page.getByRole("menuitem", { name: "CSV" }).click();
      const download = await downloading;
      assert.equal(download.suggestedFilename(), "incident-diagnoses.csv");
      await download.saveAs(`${pages.folder}/result.csv`);
      const [head, ...lines] = (await Deno.readTextFile(`${pages.folder}/result.csv`)).trimEnd()
        .split("\n");
      assert.match(head ?? "", /^row,diagnosis,confidence,runner_up,p_/);
      assert.deepEqual(
        lines.map((line) => line.split(",").slice(0, 2)),
        Array.from({ length: rows }, (_, row) => [String(row + 1), faults[row % 3]]),
      );
      assert.deepEqual(pages.complaints, []);
    },
  );
});
