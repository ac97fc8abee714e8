import type { BrowserContext, Page } from "playwright-core";
import * as z from "zod/mini";
import { type NotebookViewAnswer, notebookViewSchema } from "@/web/api_schema.ts";
import { serve, type ServedWorkbench } from "../web/served.ts";
import { type BrowserOptions, openBrowser } from "./browser.ts";

/** A server and a browser that is signed in, to look at pages of notebooks. */
export interface NotebookPages extends AsyncDisposable {
  readonly browser: BrowserContext;
  /** Where screenshots go. */
  readonly folder: string;
  readonly url: string;
  /** What the browser complained of: scripts that failed, violations of the Content Security Policy. */
  readonly complaints: readonly string[];
  /** Makes a notebook and gives its id. */
  make(notebook: unknown): Promise<string>;
  /** The page of a notebook, once its cells are on it. */
  open(id: string, query?: string): Promise<Page>;
  /** A notebook as the server has it. */
  stored(id: string): Promise<NotebookViewAnswer>;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it anew, at the same address. */
  restart(): Promise<void>;
}

/** Starts a server over an empty workspace, and a browser. */
export async function openNotebookPages(options: BrowserOptions = {}): Promise<NotebookPages> {
  const folder = await Deno.makeTempDir({ prefix: "healer-pages-" });
  let workbench: ServedWorkbench = await serve(`${folder}/workspace`);
  const { url, launch } = workbench;
  const browser = await openBrowser(options);
  const complaints: string[] = [];
  browser.on("weberror", (error) => complaints.push(error.error().message));
  browser.on("console", (message) => {
    // A server that is gone is a network error, and a conflict an answer: both are what tests are about.
    const text = message.text();
    // A cell that was deleted while its result or a table of it was asked for is not there any more.
    const { url: asked } = message.location();
    const isGone = asked.includes("/cells/") && text.includes("status of 404");
    if (message.type() === "error" && !isGone && !/ERR_|status of 409/.test(text)) {
      complaints.push(`${text} ${asked}`.trim());
    }
  });
  const first = await browser.newPage();
  await first.goto(launch ?? "");
  await first.waitForURL(`${url}/`);
  await first.close();
  return {
    browser,
    folder,
    url,
    complaints,
    async make(notebook) {
      const answer = await browser.request.post(`${url}/api/notebooks`, { data: { notebook } });
      return z.object({ id: z.string() }).parse(await answer.json()).id;
    },
    async open(id, query = "") {
      const page = await browser.newPage();
      await page.goto(`${url}/notebooks/${id}${query}`);
      await page.locator(".cells .add-cell").waitFor();
      return page;
    },
    async stored(id) {
      const answer = await browser.request.get(`${url}/api/notebooks/${id}`);
      return notebookViewSchema.parse(await answer.json());
    },
    kill: () => workbench.kill(),
    async restart() {
      workbench = await serve(`${folder}/workspace`, ["--port", new URL(url).port]);
    },
    async [Symbol.asyncDispose]() {
      await browser[Symbol.asyncDispose]();
      await workbench[Symbol.asyncDispose]();
      console.log(`screenshots: ${folder}`);
    },
  };
}
