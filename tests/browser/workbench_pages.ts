import type { BrowserContext, Page } from "playwright-core";
import * as z from "zod/mini";
import { openWorkspace, type Workspace } from "@/store/workspace.ts";
import { type NotebookViewAnswer, notebookViewSchema } from "@/web/api_schema.ts";
import { serve } from "../web/served.ts";
import { type BrowserOptions, openBrowser } from "./browser.ts";
import { complaintsOf } from "./complaints.ts";

/**
 * What a browser says where notebooks are about it: of a server that is gone, of a conflict, and of a cell that was
 * deleted while its result or a table of it was asked for.
 */
export const goneOrChanged = /ERR_|status of 409|status of 404.*\/cells\//;

/** How the pages of a workbench are looked at. */
export interface WorkbenchPagesOptions extends BrowserOptions {
  /** Errors in the console that the tests themselves bring about; any other is a complaint. */
  readonly expected?: RegExp;
  /** Fills the workspace before the server starts; it is empty otherwise. */
  readonly fill?: (workspace: Workspace) => void | Promise<void>;
  /** Whether the browser is signed in; otherwise the launch link is still to be used. */
  readonly signIn?: boolean;
}

/** A server and a browser, to look at pages of the workbench. */
export interface WorkbenchPages extends AsyncDisposable {
  readonly browser: BrowserContext;
  /** Where screenshots go. */
  readonly folder: string;
  readonly url: string;
  /** The launch link, which signs in once. */
  readonly launch: string;
  /** What the browser complained of so far; a test takes out what it has looked at. */
  readonly complaints: string[];
  /** Makes a notebook, runs it if that is asked for, and gives its id. */
  make(notebook: unknown, options?: { readonly run?: boolean }): Promise<string>;
  /** The page of a notebook, once its cells are on it. */
  open(id: string, query?: string): Promise<Page>;
  /** A notebook as the server has it. */
  stored(id: string): Promise<NotebookViewAnswer>;
  /** Ends the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it anew, at the same address. */
  restart(): Promise<void>;
}

/** Starts a server over a workspace of its own, and a browser. */
export async function openWorkbenchPages(
  { expected, fill, signIn = true, ...options }: WorkbenchPagesOptions = {},
): Promise<WorkbenchPages> {
  await using opening = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "healer-pages-" });
  opening.defer(() => keepScreenshots(folder));
  const path = `${folder}/workspace`;
  if (fill !== undefined) {
    await using workspace = await openWorkspace(path);
    await fill(workspace);
  }
  let workbench = await serve(path);
  opening.defer(() => workbench[Symbol.asyncDispose]());
  const { url, launch } = workbench;
  const browser = opening.use(await openBrowser(options));
  const complaints = complaintsOf(browser, expected === undefined ? {} : { expected });
  if (signIn) {
    const first = await browser.newPage();
    await first.goto(launch ?? "");
    await first.waitForURL(`${url}/`);
    await first.close();
  }
  const opened = opening.move();
  return {
    browser,
    folder,
    url,
    launch: launch ?? "",
    complaints,
    async make(notebook, { run = false } = {}) {
      const answer = await browser.request.post(`${url}/api/notebooks`, {
        data: { notebook, run },
      });
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
      workbench = await serve(path, ["--port", new URL(url).port]);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Says where the screenshots of a test are; a folder without any is of no use to anyone. */
async function keepScreenshots(folder: string): Promise<void> {
  const names = Array.from(Deno.readDirSync(folder), ({ name }) => name);
  if (names.some((name) => name.endsWith(".png"))) console.log(`screenshots: ${folder}`);
  else await Deno.remove(folder, { recursive: true });
}
