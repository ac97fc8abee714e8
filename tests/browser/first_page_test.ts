import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openBrowser, skipWithoutBrowser } from "./browser.ts";
import { serve } from "../web/served.ts";

describe("the workbench in a browser", () => {
  it(
    "opens by the launch link, once, and obeys its own Content Security Policy",
    skipWithoutBrowser,
    async () => {
      const folder = await Deno.makeTempDir({ prefix: "healer-first-page-" });
      await using workbench = await serve(`${folder}/workspace`);
      await using browser = await openBrowser();
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on(
        "console",
        (message) => message.type() === "error" && complaints.push(message.text()),
      );
      page.on("pageerror", (error) => complaints.push(error.message));

      await page.goto(workbench.launch ?? "");
      await page.waitForURL(`${workbench.url}/`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.screenshot({ path: `${folder}/first-page.png` });
      await page.getByRole("link", { name: "中文" }).click();
      await page.locator("html[lang=zh-CN]").waitFor();
      await page.getByRole("button", { name: "切换浅色与深色" }).click();
      await page.locator("html[data-theme=dark]").waitFor();
      await page.screenshot({ path: `${folder}/first-page-dark-zh.png` });
      await page.reload();
      await page.locator("html[data-theme=dark][lang=zh-CN]").waitFor();
      assert.deepEqual(complaints, []);

      await using stranger = await openBrowser();
      const outside = await stranger.newPage();
      const response = await outside.goto(workbench.launch ?? "");
      assert.equal(response?.status(), 401);
      await outside.getByRole("heading", { name: "How to get in" }).waitFor();
      await outside.screenshot({ path: `${folder}/outside.png` });
      console.log(`screenshots: ${folder}`);
    },
  );
});
