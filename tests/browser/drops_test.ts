import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Dropped notebook",
  cells: [{ id: "n", kind: "note", params: { en: "kept" } }],
};

/** Files as they lie on the disk of someone who drops them. */
async function makeFiles(folder: string): Promise<void> {
  const write = (name: string, content: string | Uint8Array<ArrayBuffer>) =>
    typeof content === "string"
      ? Deno.writeTextFile(`${folder}/${name}`, content)
      : Deno.writeFile(`${folder}/${name}`, content);
  await write("kpis.csv", "cpu,disk,fault\n1,2,normal\n3,4,disk_full\n");
  await write("kpis 十月.tsv", "cpu\tdisk\n1\t2\n");
  await write("notebook.json", JSON.stringify(notebook));
  await write("empty.csv", "");
  await write("picture.csv", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  await write("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  await write("book.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]));
  await write("model.onnx", Uint8Array.from([8, 8, 18, 4]));
  await Deno.mkdir(`${folder}/logs`);
  // It takes no room: nothing was ever written to it.
  await write("huge.csv", "a,b\n");
  await Deno.truncate(`${folder}/huge.csv`, 17 * 2 ** 30);
}

describe("files that are dropped", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages();
    await makeFiles(pages.folder);
  });

  after(() => pages?.[Symbol.asyncDispose]());

  async function open(path: string): Promise<Page> {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}${path}`);
    await isAlive(page, "Drops");
    return page;
  }

  /** Drops files from the disk on a page, as a hand does. */
  async function drop(page: Page, ...names: readonly string[]): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const files = names.map((name) => `${pages.folder}/${name}`);
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 200, y: 300, data });
      if (type === "dragOver") await page.locator(".drop-frame").waitFor();
    }
    await session.detach();
    await page.locator(".drop-frame").waitFor({ state: "detached" });
  }

  it(
    "are refused in plain words where they are nothing to import",
    skipWithoutBrowser,
    async () => {
      const page = await open("/");
      const refusals: [string[], RegExp][] = [
        [["logs"], /“logs” is a folder.*drop one file out of it/s],
        [
          ["kpis.csv", "empty.csv"],
          /Several files.*"kpis.csv".*"empty.csv".*one after the other/s,
        ],
        [["empty.csv"], /“empty.csv” is empty: it has 0 bytes.*export has finished/s],
        [["picture.csv"], /“picture.csv” is a PNG picture.*Export the table as CSV/s],
        [["drawing.svg"], /“drawing.svg” is a picture.*CSV/s],
        [["book.xlsx"], /an Excel workbook.*CSV UTF-8/s],
        [["model.onnx"], /is a model \(ONNX\).*Bring in a model/s],
        [["huge.csv"], /“huge.csv” is too large: 18 GB, and this server takes 17 GB.*Parquet/s],
      ];
      for (const [names, words] of refusals) {
        await drop(page, ...names);
        const alert = page.locator(".drop-message");
        await alert.waitFor();
        assert.match(await alert.innerText(), words, names.join());
        await page.screenshot({ path: `${pages.folder}/refused-${names[0]}.png` });
        await page.getByRole("button", { name: "Dismiss" }).click();
        await alert.waitFor({ state: "detached" });
      }
      assert.equal(new URL(page.url()).pathname, "/");
      await page.goto(`${pages.url}/?lang=zh`);
      await isAlive(page, "Drops");
      await drop(page, "logs");
      await page.getByText("“logs”是文件夹。").waitFor();
      await page.goto(`${pages.url}/?lang=en`);
      assert.deepEqual(pages.complaints, []);
      await page.close();
    },
  );

  it("open as a notebook, on any page", skipWithoutBrowser, async () => {
    for (const path of ["/", "/diagnose"]) {
      const page = await open(path);
      await drop(page, "notebook.json");
      const dialog = page.getByRole("dialog", { name: "Open “Dropped notebook”?" });
      await dialog.getByRole("button", { name: "Open", exact: true }).click();
      await page.waitForURL("**/notebooks/*");
      await page.getByRole("heading", { name: "Dropped notebook" }).first().waitFor();
      await page.close();
    }
    assert.deepEqual(pages.complaints, []);
  });

  it(
    "lead to their import, on the first page and on a notebook's",
    skipWithoutBrowser,
    async () => {
      const page = await open("/");
      await drop(page, "kpis.csv");
      await page.waitForURL("**/import/*");
      await page.getByRole("heading", { name: "kpis.csv" }).waitFor();
      await page.goto(pages.url);
      await page.getByRole("link", { name: "Dropped notebook" }).first().click();
      await page.waitForURL("**/notebooks/*");
      await isAlive(page, "Drops");
      // What is under the file must not be exchanged between its coming and its drop.
      await isAlive(page, "Notebook");
      await page.waitForLoadState("networkidle");
      await drop(page, "kpis 十月.tsv");
      await page.waitForURL("**/import/*");
      await page.getByRole("heading", { name: "kpis 十月.tsv" }).waitFor();
      assert.deepEqual(pages.complaints, []);
      await page.close();
    },
  );

  it("are named where there is no model to diagnose them yet", skipWithoutBrowser, async () => {
    const page = await open("/diagnose");
    await isAlive(page, "Diagnose");
    await drop(page, "kpis.csv");
    await page.getByText("kpis.csv", { exact: true }).waitFor();
    await page.getByText(/There is no model yet/).waitFor();
    const diagnose = page.getByRole("button", { name: "Diagnose", exact: true });
    assert.equal(await diagnose.isDisabled(), true);
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });

  it("go to the dialog that asks for one", skipWithoutBrowser, async () => {
    const page = await open("/");
    await isAlive(page, "Home");
    await page.getByRole("button", { name: "Diagnose a CSV", exact: true }).first().click();
    const dialog = page.getByRole("dialog", { name: "Diagnose a CSV" });
    await dialog.waitFor();
    await drop(page, "kpis.csv");
    await dialog.getByText("kpis.csv").first().waitFor();
    await drop(page, "kpis 十月.tsv");
    await dialog.getByText("kpis 十月.tsv").first().waitFor();
    await drop(page, "empty.csv");
    const alert = page.locator(".drop-message");
    await alert.waitFor();
    await page.screenshot({ path: `${pages.folder}/above-dialog.png` });
    assert.equal(await alert.isVisible(), true);
    assert.equal(await dialog.getByText("kpis 十月.tsv").first().isVisible(), true);
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });
});
