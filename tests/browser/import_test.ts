import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { datasetsSchema, notebookViewSchema } from "@/web/api_schema.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

const hostile = "<img src=x onerror=alert(1)>";

/** Rows whose delimiter a guess gets wrong: most lines have as many commas as bars. */
function table(rows: number): string {
  const lines = [`when|cpu, load|${hostile}|state|fault`];
  for (let row = 1; row <= rows; row++) {
    const state = row % 3 === 0 ? "up" : row % 3 === 1 ? "1" : "0";
    const odd = row === 7 ? "n.a." : `${row % 9}.25`;
    const fault = row % 2 === 0 ? "Lock" : "Normal";
    lines.push(`2026-11-${10 + row % 18}|${row % 7},5|${odd}|${state}|${fault}`);
  }
  lines[4] = "2026-11-14|1,5|2";
  return lines.join("\n") + "\n";
}

/** Drops a file on the page, as from the desktop. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(([name = "", text = ""]) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name, { type: "text/csv", lastModified: 1 }));
    for (const type of ["dragenter", "dragover", "drop"]) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }),
      );
    }
  }, [name, text]);
}

async function look(page: Page, name: string): Promise<void> {
  const folder = Deno.env.get("SCREENSHOTS");
  if (folder === undefined) return;
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme });
    for (const width of [1280, 400]) {
      await page.setViewportSize({ width, height: 800 });
      await page.screenshot({ path: `${folder}/${name}-${theme}-${width}.png`, fullPage: true });
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
}

describe("a table that is dropped", () => {
  it(
    "is shown as it will be read, follows what is changed, and is trained on as it was shown",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages();
      const page = await pages.browser.newPage();
      page.on("dialog", (dialog) => pages.complaints.push(dialog.message()));
      await page.goto(pages.url);
      await page.getByRole("heading", { name: "Nothing here yet" }).waitFor();
      await isAlive(page, "Drops");
      await drop(page, "kpis.csv", table(300));
      await page.waitForURL("**/import/*");

      const rows = page.getByRole("region", { name: "First rows" });
      await rows.getByRole("row").nth(2).waitFor();
      await look(page, "import-first");
      await page.getByLabel("Delimiter").selectOption("comma");
      await page.getByRole("region", { name: "Columns" }).getByRole("row").nth(2).waitFor();
      await page.getByText("Chosen by you.").waitFor();
      await look(page, "import-wrong");
      await page.getByLabel("Delimiter").selectOption("bar");
      const type = page.getByLabel("Type of state");
      await type.waitFor();
      await page.getByLabel("Decimal sign").selectOption("comma");
      await page.getByLabel("Decimal sign").selectOption("guess");
      await type.selectOption("boolean");
      await page.getByText("100 cells do not fit and are missing").waitFor();
      await page.getByLabel("Role of state").selectOption("feature");
      await page.getByLabel("Role of when").selectOption("group");
      await page.getByText("You chose this role.").nth(1).waitFor();
      await page.getByText(/299 rows × 5 columns/).waitFor();
      assert.ok(await rows.getByText(hostile).first().isVisible(), "shown, not run");
      await page.getByText("Cannot read the row: it has 3 fields, the table has 5 columns.")
        .waitFor();
      await look(page, "import-changed");

      const confirm = page.getByRole("button", { name: "Import", exact: true });
      await confirm.click();
      await page.getByText("kpis.csv is imported").waitFor();
      await look(page, "import-done");
      const answer = await page.request.get(`${pages.url}/api/datasets`);
      const [dataset] = datasetsSchema.parse(await answer.json()).datasets;
      await page.getByRole("button", { name: "Train on it" }).click();
      await page.waitForURL("**/notebooks/*");
      const view = notebookViewSchema.parse(
        await (await page.request.get(page.url().replace("/notebooks/", "/api/notebooks/"))).json(),
      );
      const [cell] = view.notebook.cells;
      assert.deepEqual(
        [cell?.params.delimiter, cell?.params.booleans, cell?.params.group, cell?.params.label],
        ["bar", ["state"], "when", "fault"],
      );
      const read = preparedSchema.parse(view.cells[0]?.result?.result.values.table);
      assert.deepEqual(
        read.columns.map(({ name, type, role }) => ({ name, type, role })),
        dataset?.columns,
      );
      assert.equal(read.rows, dataset?.rows);
      assert.deepEqual(pages.complaints, []);
    },
  );
});
