import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { skipWithoutBrowser } from "./browser.ts";
import { goneOrChanged, openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Small cluster",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 600, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "scale", kind: "scale", params: {} },
  ],
};

describe("a notebook in two tabs, and without its server", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) {
      pages = await openWorkbenchPages({ expected: goneOrChanged });
    }
  });

  after(() => pages?.[Symbol.asyncDispose]());

  const field = (page: Page, cell: string, name: string) =>
    page.locator(`#${cell}`).getByRole("textbox", { name });
  const rows = (page: Page) => field(page, "simulate", "Rows");
  const seed = (page: Page) => field(page, "simulate", "Seed");
  const isSaved = (page: Page, revision: number) =>
    page.getByText(new RegExp(`revision ${revision}$`)).waitFor();
  const shows = (page: Page, id: string, value: string) =>
    page.waitForFunction(
      ([id, value]) =>
        id !== undefined && document.querySelector<HTMLInputElement>(`#${id}`)?.value === value,
      [id, value],
    );
  const paramsOf = async (id: string, cell: string) =>
    (await pages.stored(id)).notebook.cells.find((each) => each.id === cell)?.params;

  /** Lets nothing that this page saves through, until what is returned is called. */
  async function cutOff(page: Page, id: string): Promise<() => Promise<void>> {
    const pattern = `**/api/notebooks/${id}`;
    await page.route(
      pattern,
      (route) => route.request().method() === "PUT" ? route.abort() : route.continue(),
    );
    return () => page.unroute(pattern);
  }

  it(
    "merges what two tabs have changed, and undoes in each what it did",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make(notebook);
      const [here, there] = [await pages.open(id), await pages.open(id)];
      const letThrough = await cutOff(here, id);
      await rows(here).fill("700");
      await here.getByText("not saved yet, trying again").waitFor();
      await seed(there).fill("9");
      await isSaved(there, 2);
      await letThrough();
      await isSaved(here, 3);
      assert.equal(await seed(here).inputValue(), "9");
      await shows(there, "simulate-rows", "700");
      assert.deepEqual(await paramsOf(id, "simulate"), { rows: 700, seed: 9 });

      await here.getByRole("button", { name: "Undo", exact: true }).click();
      await isSaved(here, 4);
      assert.deepEqual(await paramsOf(id, "simulate"), { rows: 600, seed: 9 });
      assert.match(
        await here.locator("[data-announcer]").textContent() ?? "",
        /^Undone: Rows of cell 1: 600 → 700$/,
      );
      await here.close();
      await there.close();
    },
  );

  it(
    "asks where both have changed the same, and does as it is told",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make(notebook);
      const [here, there] = [await pages.open(id), await pages.open(id)];
      const letThrough = await cutOff(here, id);
      await rows(here).fill("700");
      await seed(here).fill("8");
      await field(here, "split", "Held-out share").fill("0.3");
      await here.getByText("not saved yet, trying again").waitFor();
      await rows(there).fill("900");
      await seed(there).fill("9");
      await there.getByRole("button", { name: "More for cell 3, Scale columns" }).click();
      await there.getByRole("menuitem", { name: "Delete" }).click();
      await there.locator("#scale").waitFor({ state: "detached" });
      // Slow fingers make several revisions of it.
      const words = await there.getByText(/^saved .* revision \d+$/).innerText();
      const theirs = Number(/\d+$/.exec(words)?.[0]);
      await letThrough();
      const panel = here.getByRole("region", { name: /The same was changed here and elsewhere/ });
      await panel.waitFor();
      assert.equal(await panel.getByRole("group").count(), 2);
      const ofRows = panel.getByRole("group", { name: /^Rows of cell 1/ });
      const ofSeed = panel.getByRole("group", { name: /^Seed of cell 1/ });
      assert.match(await ofRows.textContent() ?? "", /was 600.*700.*900/);
      for (const theme of ["light", "dark"]) {
        await here.evaluate((theme) => document.documentElement.dataset.theme = theme, theme);
        await here.screenshot({ path: `${pages.folder}/conflict-${theme}.png` });
      }
      await here.setViewportSize({ width: 400, height: 800 });
      await here.screenshot({ path: `${pages.folder}/conflict-narrow.png` });
      await here.setViewportSize({ width: 1280, height: 800 });
      await ofRows.getByRole("radio", { name: /Elsewhere/ }).check();
      await ofSeed.getByRole("radio", { name: /Here/ }).check();
      await panel.getByRole("button", { name: "Save the chosen" }).click();
      await panel.waitFor({ state: "detached" });
      await isSaved(here, theirs + 1);
      const { cells } = (await pages.stored(id)).notebook;
      assert.deepEqual(cells.map(({ id, params }) => [id, params]), [
        ["simulate", { rows: 900, seed: 8 }],
        ["split", { testShare: 0.3 }],
      ]);
      await here.getByRole("button", { name: "Undo", exact: true }).click();
      await shows(here, "simulate-rows", "700");
      await here.close();
      await there.close();
    },
  );

  it(
    "brings edits back that the server never got before the tab was closed",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make(notebook);
      const page = await pages.open(id);
      await pages.kill();
      await page.getByText("Connection lost, trying again.").waitFor();
      await rows(page).fill("1234");
      await page.getByText("not saved yet, trying again").waitFor();
      await page.screenshot({ path: `${pages.folder}/server-gone.png` });
      // A reload finds no server; the tab is closed after that.
      await page.reload().catch(() => undefined);
      await page.close();
      await pages.restart();
      const other = await pages.browser.request.put(`${pages.url}/api/notebooks/${id}`, {
        data: { basedOn: 1, notebook: { ...notebook, title: "Renamed meanwhile" } },
      });
      assert.equal(other.status(), 200);
      const again = await pages.open(id);
      await again.getByText("Changes that could not be saved before are here again.").waitFor();
      await isSaved(again, 3);
      const { title, cells } = (await pages.stored(id)).notebook;
      assert.deepEqual([title, cells[0]?.params.rows], ["Renamed meanwhile", 1234]);
      assert.equal(await rows(again).inputValue(), "1234");
      await again.reload();
      await again.locator("#scale").waitFor();
      await isSaved(again, 3);
      assert.equal(await again.getByText("are here again").count(), 0);
      await again.close();
    },
  );

  it("obeys the Content Security Policy all the time", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
