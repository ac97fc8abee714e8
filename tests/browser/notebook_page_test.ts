import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { skipWithoutBrowser } from "./browser.ts";
import { namelessControls } from "./accessible_names.ts";
import { goneOrChanged, openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

const notebook = {
  format: 1,
  title: "Small cluster",
  cells: [
    { id: "about", kind: "note", params: { en: "# Which fault?\n\nOne of nine." } },
    { id: "simulate", kind: "simulate", params: { rows: 300, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "profile", kind: "profile", params: {}, inputs: { table: "simulate" } },
    { id: "scale", kind: "scale", params: {} },
  ],
};

const many = {
  format: 1,
  title: "Many cells",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 300 } },
    ...Array.from({ length: 99 }, (_, index) => ({
      id: `note-${index + 1}`,
      kind: index % 3 === 0 ? "note" : "scale",
      params: {},
    })),
  ],
};

describe("the page around the cells", () => {
  let pages: WorkbenchPages;

  before(async () => {
    if (skipWithoutBrowser.skip === false) {
      pages = await openWorkbenchPages({ expected: goneOrChanged });
    }
  });

  after(() => pages?.[Symbol.asyncDispose]());

  it(
    "draws the wires beside the outline and follows what is read",
    skipWithoutBrowser,
    async () => {
      const page = await pages.open(await pages.make(notebook));
      const path = await page.locator(".rail .outline-graph path").getAttribute("d") ?? "";
      // Simulate to split and split to scale, past the profile that reads the simulation.
      assert.equal(path.match(/M/g)?.length, 3);
      const entries = page.locator(".rail .outline a");
      assert.equal(await entries.count(), 5);
      await entries.nth(4).press("Enter");
      await page.waitForFunction(() => document.activeElement?.id === "scale");
      await page.locator(".rail a[aria-current=location][href='#scale']").waitFor();
      await page.close();
    },
  );

  it("scrolls a hundred cells, and the outline with them", skipWithoutBrowser, async () => {
    const page = await pages.open(await pages.make(many));
    await page.evaluate(() => document.getElementById("note-60")?.scrollIntoView());
    await page.locator(".rail a[aria-current=location][href='#note-60']").waitFor();
    const isInSight = await page.evaluate(() => {
      const entry = document.querySelector(".rail [aria-current]")?.getBoundingClientRect();
      return entry !== undefined && entry.top >= 0 && entry.bottom <= innerHeight;
    });
    assert.ok(isInSight);
    await page.close();
  });

  it(
    "compares revisions, names one and restores it, which can be undone",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make(notebook);
      const page = await pages.open(id);
      const rows = page.locator("#simulate").getByRole("textbox", { name: "Rows" });
      await rows.fill("250");
      await page.getByText(/revision 2$/).waitFor();
      await page.getByRole("button", { name: "Edit" }).click();
      await page.locator("#about textarea").first().fill("# Which fault?\n\nOne of ten, or none.");
      await page.getByText(/revision 3$/).waitFor();
      await page.getByRole("button", { name: /^saved/ }).click();
      const dialog = page.getByRole("dialog", { name: "Revisions" });
      await dialog.getByRole("button", { name: /^Revision 2.*Rows of cell 2: 300 → 250/ })
        .waitFor();
      await dialog.getByRole("button", { name: /^Revision 1/ }).click();
      await dialog.getByText("2 differences").waitFor();
      assert.equal(
        await dialog.locator(".text-difference ins").first().textContent(),
        "ten, or none",
      );
      await dialog.getByRole("combobox", { name: "Compared with" }).selectOption("2");
      await dialog.getByText("1 difference").waitFor();
      await dialog.getByRole("textbox", { name: "Name" }).fill("<b>As it came</b>");
      await dialog.getByRole("button", { name: "Save the name" }).click();
      await dialog.locator(".name", { hasText: "<b>As it came</b>" }).waitFor();
      assert.deepEqual(await namelessControls(page), []);
      await page.screenshot({ path: `${pages.folder}/revisions.png` });
      await dialog.getByRole("button", { name: "Restore" }).click();
      await page.getByText("Revision 1 is restored as the newest.").waitFor();
      assert.equal(await rows.inputValue(), "300");
      await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
      await page.waitForFunction(() =>
        document.querySelector<HTMLInputElement>("#simulate-rows")?.value === "250"
      );
      await page.getByText(/revision 5$/).waitFor();
      await page.close();
    },
  );

  it(
    "says of undo what it takes back, and of a run how far it is",
    skipWithoutBrowser,
    async () => {
      const page = await pages.open(await pages.make(notebook));
      await page.locator("#simulate").getByRole("textbox", { name: "Rows" }).fill("2000");
      const undo = page.getByRole("button", { name: "Undo", exact: true });
      await undo.hover();
      await page.waitForFunction(() =>
        document.querySelector(".history button")?.getAttribute("title") ===
          "Undo: Rows of cell 2: 300 → 2,000 (Ctrl Z)"
      );
      await page.getByRole("button", { name: "Run all" }).first().click();
      await page.getByRole("progressbar", { name: "Progress of the run" }).waitFor();
      await page.locator("#scale[data-state=fresh]").waitFor({ timeout: 60_000 });
      await page.getByRole("progressbar", { name: "Progress of the run" })
        .waitFor({ state: "detached" });
      await page.close();
    },
  );

  it(
    "keeps everything in reach on a narrow window, in both languages",
    skipWithoutBrowser,
    async () => {
      const id = await pages.make(notebook);
      for (
        const [language, outline, more, all] of [
          ["en", "Show the cells", "More", "Run all"],
          ["zh", "显示单元列表", "更多", "全部运行"],
        ] as const
      ) {
        const page = await pages.open(id, `?lang=${language}`);
        await page.setViewportSize({ width: 400, height: 800 });
        await page.getByRole("button", { name: outline }).click();
        const sheet = page.getByRole("dialog");
        await sheet.locator("a[href='#split']").click();
        await sheet.waitFor({ state: "detached" });
        await page.waitForFunction(() => document.activeElement?.id === "split");
        await page.getByRole("button", { name: more, exact: true }).click();
        await page.getByRole("menuitem", { name: all }).waitFor();
        await page.screenshot({ path: `${pages.folder}/narrow-${language}.png` });
        await page.keyboard.press("Escape");
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.equal(width, 400, language);
        assert.deepEqual(await namelessControls(page), [], language);
        await page.close();
      }
    },
  );

  it("obeys the Content Security Policy all the time", skipWithoutBrowser, () => {
    assert.deepEqual(pages.complaints, []);
  });
});
