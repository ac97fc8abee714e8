import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages } from "./workbench_pages.ts";

/** What the page of a notebook may fetch before it draws a figure: bytes of JavaScript, each file packed by gzip. */
const budget = 60 * 1024;

const notebook = {
  format: 1,
  title: "Nothing has run yet",
  cells: [
    { id: "about", kind: "note", params: { en: "# A *text*" } },
    { id: "simulate", kind: "simulate", params: { rows: 300 } },
    { id: "impute", kind: "impute", params: {} },
    { id: "train", kind: "train", params: {} },
  ],
};

describe("the page of a notebook", () => {
  it(
    "is light before any figure, and fetches Plot with the first",
    skipWithoutBrowser,
    async () => {
      await using pages = await openWorkbenchPages();
      const page = await pages.browser.newPage();
      const id = await pages.make(notebook);

      const scripts = new Map<string, number>();
      const weighed: Promise<void>[] = [];
      let isWeighing = true;
      page.on("response", (response) => {
        const { pathname } = new URL(response.url());
        if (!pathname.endsWith(".js")) return;
        const name = pathname.replace(/^.*\//, "");
        scripts.set(name, 0);
        if (!isWeighing) return;
        weighed.push(
          response.body().then((body) => void scripts.set(name, gzipSync(body).length)),
        );
      });
      await page.goto(`${pages.url}/notebooks/${id}`);
      // What is cheap would run by itself after a change, and show a figure.
      await page.locator("#train").getByRole("textbox", { name: "Folds" }).fill("3");
      await page.getByText(/revision 2/).waitFor();
      isWeighing = false;
      await Promise.all(weighed);
      const sizes = [...scripts].map(([name, bytes]) => `${name} ${bytes}`).join("\n");
      const sum = [...scripts.values()].reduce((all, bytes) => all + bytes, 0);
      console.log(`${sum} bytes\n${sizes}`);
      assert.ok([...scripts.values()].every((bytes) => bytes > 0), sizes);
      assert.ok(sum <= budget, sizes);
      assert.ok(![...scripts.keys()].some((name) => name.startsWith("plot_marks")), sizes);

      await page.getByRole("button", { name: "Run cell 2, Simulate a cluster" }).click();
      await page.locator("#simulate svg.plot").first().waitFor();
      assert.ok([...scripts.keys()].some((name) => name.startsWith("plot_marks")));
    },
  );
});
