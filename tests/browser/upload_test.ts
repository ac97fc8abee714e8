import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, it } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import * as z from "zod/mini";
import { pieceBytes, uploadSchema } from "@/web/upload_schema.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { goneOrChanged, openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

/** A table of more than two pieces. @param seed Another one is another file. */
function table(seed: number): string {
  const lines = ["host,load,fault"];
  for (let row = 0, bytes = 0; bytes < 2.2 * pieceBytes; row++) {
    const line = `host ${row}${"x".repeat(2000)},${(row * seed) % 100},${
      row % 2 ? "lock" : "none"
    }`;
    bytes += line.length + 1;
    lines.push(line);
  }
  return lines.join("\n") + "\n";
}

describe("the upload of a file", () => {
  let pages: WorkbenchPages;
  let page: Page;
  let network: CDPSession;

  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ expected: goneOrChanged });
    page = await pages.browser.newPage();
    network = await page.context().newCDPSession(page);
  });

  after(() => pages?.[Symbol.asyncDispose]());

  /** Lets the page send so many bytes a second; -1: as many as it can. */
  async function send(uploadThroughput: number): Promise<void> {
    await network.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    });
  }

  /** Chooses a file on the first page, over a slow line, and gives the id of its upload once it is on its way. */
  async function begin(path: string): Promise<string> {
    await page.goto(`${pages.url}/`);
    await isAlive(page, "Home");
    await send(2 ** 20);
    const started = page.waitForResponse((response) =>
      response.url().endsWith("/api/uploads") && response.request().method() === "POST"
    );
    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Train from CSV" }).click();
    await (await chosen).setFiles(path);
    return z.parse(uploadSchema, await (await started).json()).id;
  }

  /** Writes a file to be chosen and gives its path. */
  async function write(name: string, text: string): Promise<string> {
    const path = `${pages.folder}/${name}`;
    await Deno.writeTextFile(path, text);
    return path;
  }

  const dialog = () => page.getByRole("dialog", { name: "Bringing the file in" });
  const says = (words: RegExp) => dialog().getByRole("status").getByText(words).waitFor();

  it(
    "pauses, goes on, waits for a server that is gone, and brings every byte",
    skipWithoutBrowser,
    async () => {
      const text = table(7);
      const id = await begin(await write("long.csv", text));
      await says(/of 18 MB sent$/);
      await dialog().getByRole("button", { name: "Pause" }).click();
      await says(/^Paused at /);
      const paused = await dialog().getByRole("status").innerText();
      await page.screenshot({ path: `${pages.folder}/paused.png` });
      // The pause lasts: nothing is asked of the server until it ends.
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.keyboard.press("Escape");
      await page.waitForTimeout(500);
      assert.equal(await dialog().getByRole("status").innerText(), paused);
      assert.deepEqual(asked.filter((url) => url.includes("/api/uploads")), []);

      await dialog().getByRole("button", { name: "Go on" }).click();
      await says(/of 18 MB sent$/);
      await pages.kill();
      await says(/^The server cannot be reached\./);
      await page.screenshot({ path: `${pages.folder}/waiting.png` });
      await pages.restart();
      await send(-1);
      await page.waitForURL(`${pages.url}/import/${id}?then=train`);
      await page.getByRole("heading", { name: "long.csv" }).waitFor();
      const answer = await pages.browser.request.get(`${pages.url}/api/uploads/${id}`);
      const { file } = z.parse(uploadSchema, await answer.json());
      assert.equal(file?.content.sha256, createHash("sha256").update(text).digest("hex"));
      assert.deepEqual(pages.complaints, []);
    },
  );

  it(
    "is cancelled, which forgets what has come, or left, which keeps it",
    skipWithoutBrowser,
    async () => {
      const file = await write("other.csv", table(11));
      const id = await begin(file);
      await says(/of 18 MB sent$/);
      await dialog().getByRole("button", { name: "Cancel" }).click();
      await dialog().waitFor({ state: "detached" });
      await send(-1);
      const path = `${pages.url}/api/uploads/${id}`;
      while ((await pages.browser.request.get(path)).status() !== 404) {
        await page.waitForTimeout(100);
      }
      assert.equal(new URL(page.url()).pathname, "/");

      const left = await begin(file);
      assert.notEqual(left, id);
      await says(/of 18 MB sent$/);
      await page.reload();
      assert.equal(await begin(file), left, "the same file goes on");
      await send(-1);
      await page.waitForURL(`${pages.url}/import/${left}?then=train`);
      assert.deepEqual(pages.complaints, []);
    },
  );
});
