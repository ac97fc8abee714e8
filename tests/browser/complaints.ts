import type { BrowserContext } from "playwright-core";

/** What a test collects. */
export interface ComplaintsOptions {
  /** Messages that the test itself brings about; any other is a complaint. */
  readonly expected?: RegExp;
  /** The messages of the console that are complaints. */
  readonly types?: readonly string[];
}

/**
 * What the pages of a browser complain of from now on, each with the address that it is about: scripts that
 * failed, and errors in the console, among them violations of the Content Security Policy.
 */
export function complaintsOf(
  browser: BrowserContext,
  { expected, types = ["error"] }: ComplaintsOptions = {},
): string[] {
  const complaints: string[] = [];
  browser.on("weberror", (error) => {
    complaints.push(`${error.error().message} ${error.page()?.url() ?? ""}`.trim());
  });
  browser.on("console", (message) => {
    const complaint = `${message.text()} ${message.location().url}`.trim();
    if (types.includes(message.type()) && !expected?.test(complaint)) complaints.push(complaint);
  });
  return complaints;
}
