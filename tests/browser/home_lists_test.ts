import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { datasetSchema } from "@/web/api_schema.ts";
import type { Workspace } from "@/store/workspace.ts";
import { namelessControls } from "./accessible_names.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const longName = `<img src=x onerror="document.title='run'"> ${"很长的名字 ".repeat(1400)}`.trim();

/** What the lists have to cope with: many notebooks, hostile and endless names. */
function fill(workspace: Workspace): void {
  const { notebooks } = workspace;
  const cells = [{ id: "n", kind: "note", params: { en: "x" } }];
  const make = (title: string) => notebooks.create(title, { format: 1, title, cells });
  workspace.transaction(() => {
    for (let index = 1; index <= 1000; index++) make(`Notebook ${index}`);
    for (const title of ["Zebra", "订单服务故障", longName, ""]) make(title);
  });
}

describe("the lists of the first page", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ fill });
    const datasets = `${pages.url}/api/datasets`;
    for (const [name, data] of [["a.csv", "a\n1\n"], ["b.csv", "a,b\n1,2\n"], ["c", "a\n2\n"]]) {
      const query = new URLSearchParams({ name: name ?? "" });
      const answer = await pages.browser.request.post(`${datasets}?${query}`, { data: data ?? "" });
      const { id } = datasetSchema.parse(await answer.json());
      if (name === "c") {
        await pages.browser.request.patch(`${datasets}/${id}`, { data: { name: longName } });
      }
    }
  });

  after(() => pages?.[Symbol.asyncDispose]());

  async function home(query = ""): Promise<Page> {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}/${query}`);
    await isAlive(page, "Home");
    return page;
  }

  const list = (page: Page, name: string): Locator => page.getByRole("region", { name });
  const names = (section: Locator): Promise<string[]> =>
    section.locator("[data-entry]").allTextContents();
  const focused = (page: Page): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent ?? "");

  /** Chooses from the menu of the entry that is called so. */
  async function choose(section: Locator, name: string, action: string): Promise<void> {
    await section.getByRole("button", { name: `More for ${name}`, exact: true }).click();
    await section.getByRole("menuitem", { name: action }).click();
  }

  it(
    "shows the first of a thousand notebooks, all on a click, and searches them all",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      const notebooks = list(page, "Notebooks");
      assert.equal(await notebooks.getByRole("heading").textContent(), "Notebooks 1004");
      assert.equal((await names(notebooks)).length, 10);
      await page.keyboard.press("/");
      await page.keyboard.type("book 77");
      await notebooks.getByRole("link", { name: "Notebook 977" }).waitFor();
      assert.deepEqual((await names(notebooks)).slice(0, 3), [
        "Notebook 977",
        "Notebook 877",
        "Notebook 779",
      ]);
      await page.keyboard.press("ArrowDown");
      assert.equal(await focused(page), "Notebook 977");
      await page.keyboard.press("End");
      assert.equal(await focused(page), "Notebook 772");
      await page.keyboard.press("ArrowUp");
      assert.equal(await focused(page), "Notebook 773");
      await page.keyboard.press("Home");
      await page.keyboard.press("ArrowUp");
      await page.keyboard.type("5");
      await notebooks.getByRole("link", { name: "Notebook 775" }).waitFor();
      assert.deepEqual(await names(notebooks), ["Notebook 775"]);
      await page.keyboard.press("Enter");
      await page.waitForURL("**/notebooks/*");
      await page.getByRole("heading", { name: "Notebook 775" }).first().waitFor();

      await page.goBack();
      await isAlive(page, "Home");
      await notebooks.getByRole("link", { name: "All 1,004" }).click();
      assert.equal((await names(notebooks)).length, 1004);
      await notebooks.getByRole("searchbox").fill("nothing like it");
      await notebooks.getByText("Nothing here matches").waitFor();
      assert.deepEqual(pages.complaints, []);
      await page.close();
    },
  );

  it("sorts, and remembers how", skipWithoutBrowser, async () => {
    const page = await home();
    const [notebooks, datasets] = [list(page, "Notebooks"), list(page, "Datasets")];
    assert.deepEqual((await names(datasets)).slice(1), ["b.csv", "a.csv"]);
    await datasets.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
    await notebooks.getByRole("combobox", { name: "Sort by" }).selectOption("Name");
    for (let visit = 0; visit < 2; visit++) {
      await notebooks.getByRole("link", { name: "Untitled notebook" }).waitFor();
      const [first, second, ...others] = await names(notebooks);
      assert.equal(first, "Untitled notebook");
      assert.ok(second?.startsWith("<img src=x"));
      assert.deepEqual(others.slice(0, 2), ["Notebook 1", "Notebook 2"]);
      assert.deepEqual((await names(datasets)).slice(1), ["a.csv", "b.csv"]);
      await page.reload();
    }
    await notebooks.getByRole("combobox", { name: "Sort by" }).selectOption("Last changed");
    await datasets.getByRole("combobox", { name: "Sort by" }).selectOption("Last added");
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });

  it(
    "renames, shows any name as text in one line, and gives the focus back",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      const datasets = list(page, "Datasets");
      await choose(datasets, "a.csv", "Rename");
      const dialog = page.getByRole("dialog", { name: "Rename “a.csv”" });
      const input = dialog.getByRole("textbox", { name: "New name" });
      assert.equal(await input.evaluate((node) => node === document.activeElement), true);
      await input.fill("   ");
      await dialog.getByRole("button", { name: "Rename" }).click();
      assert.equal(await dialog.isVisible(), true, "a name of blanks is none");
      await input.fill("<b>A</b>.csv");
      await page.keyboard.press("Enter");
      await dialog.waitFor({ state: "detached" });
      await datasets.getByText("<b>A</b>.csv", { exact: true }).waitFor();
      const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
      assert.equal(label, "More for <b>A</b>.csv");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
      assert.equal(
        await page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
        label,
      );

      const notebooks = list(page, "Notebooks");
      await choose(notebooks, "订单服务故障", "Rename");
      await page.getByRole("textbox", { name: "New name" }).fill("订单服务，十月");
      await page.keyboard.press("Enter");
      await notebooks.getByRole("link", { name: "订单服务，十月" }).waitFor();

      const long = datasets.locator("[data-entry]").first();
      assert.ok(await long.getAttribute("title") === longName, "whole when pointed at");
      assert.ok(await long.evaluate((node) => node.getBoundingClientRect().height < 30));
      assert.notEqual(await page.title(), "run");
      assert.deepEqual(await namelessControls(page), []);
      assert.deepEqual(pages.complaints, []);
      await page.close();
    },
  );

  it(
    "duplicates, deletes with undo in all tabs, and restores later",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      const other = await home();
      const notebooks = list(page, "Notebooks");
      await choose(notebooks, "Zebra", "Duplicate");
      await notebooks.getByRole("link", { name: "Zebra (copy)" }).waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === "Zebra (copy)");
      await list(other, "Notebooks").getByRole("link", { name: "Zebra (copy)" }).waitFor();

      await choose(notebooks, "Zebra (copy)", "Delete");
      await notebooks.getByText("Deleted “Zebra (copy)”.").waitFor();
      await page.waitForFunction(() => document.activeElement?.textContent === "Undo");
      assert.equal((await names(notebooks)).includes("Zebra (copy)"), false);
      await list(other, "Notebooks").getByRole("link", { name: "Zebra (copy)" })
        .waitFor({ state: "detached" });
      await page.screenshot({ path: `${pages.folder}/deleted.png` });
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement?.textContent === "Zebra (copy)");
      await list(other, "Notebooks").getByRole("link", { name: "Zebra (copy)" }).waitFor();
      assert.equal(await notebooks.getByText("Deleted “").count(), 0);
      const address = await notebooks.getByRole("link", { name: "Zebra (copy)" })
        .getAttribute("href");
      await choose(notebooks, "Zebra (copy)", "Delete");
      await notebooks.getByRole("button", { name: "Undo" }).waitFor();
      await other.goto(`${pages.url}${address}`);
      await other.getByRole("heading", { name: "This was deleted" }).waitFor();
      await isAlive(other, "Restore");
      await other.getByRole("button", { name: "Restore" }).click();
      await other.getByRole("heading", { name: "Zebra (copy)" }).first().waitFor();
      assert.deepEqual(pages.complaints.splice(0), [
        `Failed to load resource: the server responded with a status of 410 (Gone) ${pages.url}${address}`,
      ]);

      const datasets = list(page, "Datasets");
      await choose(datasets, "b.csv", "Delete");
      await datasets.getByRole("button", { name: "Undo" }).waitFor();
      await page.reload();
      await isAlive(page, "Home");
      assert.equal((await names(datasets)).includes("b.csv"), false);
      await page.getByRole("button", { name: "Recently deleted" }).click();
      const dialog = page.getByRole("dialog", { name: "Recently deleted" });
      await dialog.getByRole("button", { name: "Restore b.csv" }).click();
      await dialog.getByText("restored", { exact: true }).waitFor();
      await page.screenshot({ path: `${pages.folder}/recently-deleted.png` });
      await dialog.getByRole("button", { name: "Close" }).click();
      await datasets.getByText("b.csv", { exact: true }).waitFor();
      assert.equal(await focused(page), "Recently deleted");
      assert.deepEqual(pages.complaints, []);
      await Promise.all([page.close(), other.close()]);
    },
  );

  it(
    "fits narrow windows, in English and in Chinese, light and dark",
    skipWithoutBrowser,
    async () => {
      const page = await home();
      for (
        const [language, colorScheme, width] of [["zh", "dark", 1280], ["zh", "light", 400], [
          "en",
          "dark",
          400,
        ]] as const
      ) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${pages.url}/?lang=${language}`);
        await isAlive(page, "Home");
        const sideways = await page.evaluate(() =>
          document.documentElement.scrollWidth - document.documentElement.clientWidth
        );
        assert.equal(sideways, 0, `${language} ${width}`);
        await page.screenshot({
          path: `${pages.folder}/home-${language}-${colorScheme}-${width}.png`,
        });
      }
      await page.goto(`${pages.url}/?lang=zh`);
      await isAlive(page, "Home");
      await page.getByRole("button", { name: "Zebra 的更多操作", exact: true }).click();
      await page.getByRole("menuitem", { name: "创建副本" }).waitFor();
      await page.goto(`${pages.url}/?lang=en`);
      assert.deepEqual(pages.complaints, []);
      await page.close();
    },
  );

  it("read without JavaScript, and say what needs it", skipWithoutBrowser, async () => {
    const page = await pages.browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setScriptExecutionDisabled", { value: true });
    await page.goto(`${pages.url}/`);
    assert.match(await page.locator("noscript").innerText(), /^Without JavaScript this page shows/);
    const notebooks = list(page, "Notebooks");
    assert.equal(await page.getByRole("searchbox").count(), 0);
    assert.equal(await page.getByRole("main").getByRole("button", { disabled: true }).count(), 0);
    await notebooks.getByRole("link", { name: /^All 1,00/ }).click();
    await page.waitForURL("**/?all=notebooks*");
    const link = notebooks.getByRole("link", { name: "Notebook 1", exact: true });
    assert.match(await link.getAttribute("href") ?? "", /^\/notebooks\/\w{12}$/);
    await page.screenshot({ path: `${pages.folder}/no-script.png` });
    assert.deepEqual(pages.complaints, []);
    await page.close();
  });
});
