import { existsSync } from "node:fs";
import { type BrowserContext, chromium, type Page } from "playwright-core";

const executables = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executable = executables.find((path) => existsSync(path));

/** For `it(name, skipWithoutBrowser, …)`: skips with a line that says what is missing. */
export const skipWithoutBrowser: { skip: string | false } = {
  skip: executable === undefined && "Chromium is not on this machine (apt-get install chromium)",
};

/** How a page is looked at. */
export interface BrowserOptions {
  readonly colorScheme?: "light" | "dark";
  readonly locale?: "en-GB" | "zh-CN";
  readonly javaScriptEnabled?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A browser that starts with nothing: no cookies, no storage, no history. It is closed when it is disposed of. */
export async function openBrowser(
  {
    colorScheme = "light",
    locale = "en-GB",
    javaScriptEnabled = true,
    viewport = { width: 1280, height: 800 },
  }: BrowserOptions = {},
): Promise<BrowserContext & AsyncDisposable> {
  const folder = await Deno.makeTempDir({ prefix: "healer-browser-" });
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: executable ?? "chromium",
    headless: true,
    colorScheme,
    locale,
    javaScriptEnabled,
    viewport,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  // Two cores may have a whole suite to run beside it.
  context.setDefaultTimeout(60_000);
  return Object.assign(context, {
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await Deno.remove(folder, { recursive: true });
    },
  });
}

/** Waits until an island of the page takes what is done to it: its text is there before. */
export async function isAlive(page: Page, island: string): Promise<void> {
  await page.locator(`x-island[data-name=${island}][data-hydrated]`).waitFor({ state: "attached" });
}
