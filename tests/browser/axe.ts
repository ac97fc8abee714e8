import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe-core finds wrong on the page as it stands: the rule and the elements; empty where nothing is. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run({ resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html, failureSummary = "" }) =>
        `${id}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, " ").slice(0, 240)}`
      )
    );
  });
}

declare global {
  var axe: typeof import("axe-core");
}
