import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openBrowser, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

describe("the workbench in a browser", () => {
  it(
    "opens by the launch link, once, and obeys its own Content Security Policy",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages({ signIn: false });
      const page = await pages.browser.newPage();
      await page.goto(pages.launch);
      await page.waitForURL(`${pages.url}/`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.screenshot({ path: `${pages.folder}/first-page.png` });
      await page.getByRole("link", { name: "中文" }).click();
      await page.locator("html[lang=zh-CN]").waitFor();
      await page.getByRole("button", { name: "切换浅色与深色" }).click();
      await page.locator("html[data-theme=dark]").waitFor();
      await page.screenshot({ path: `${pages.folder}/first-page-dark-zh.png` });
      await page.reload();
      await page.locator("html[data-theme=dark][lang=zh-CN]").waitFor();
      assert.deepEqual(pages.complaints, []);

      await using stranger = await openBrowser();
      const outside = await stranger.newPage();
      const response = await outside.goto(pages.launch);
      assert.equal(response?.status(), 401);
      await outside.getByRole("heading", { name: "How to get in" }).waitFor();
      await outside.screenshot({ path: `${pages.folder}/outside.png` });
    },
  );
});
