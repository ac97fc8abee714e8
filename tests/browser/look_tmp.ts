import { z } from "zod";
import { serve } from "../web/served.ts";
import { openBrowser } from "./browser.ts";
const notebook = {
  format: 1,
  title: "Look",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 1500, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    { id: "rank", kind: "rank-features", params: {} },
    { id: "smote", kind: "smote", params: {} },
    { id: "rfe", kind: "select-tree-importance", params: { count: 40 } },
    {
      id: "train",
      kind: "train",
      params: {
        learner: { name: "gradient-boosting", rounds: 40, earlyStopping: true },
        folds: 3,
        calibration: "temperature",
        tuneDecision: true,
      },
    },
    { id: "evaluate", kind: "evaluate", params: {} },
    { id: "explain", kind: "explain", params: {} },
    { id: "find", kind: "find-model", params: JSON.parse(Deno.args[1] ?? "{}") },
  ],
};
const [locale, scheme, width] = (Deno.args[0] ?? "en-GB,light,1280").split(",") as [
  "en-GB",
  "light",
  string,
];
const folder = await Deno.makeTempDir();
const workbench = await serve(`${folder}/workspace`);
const browser = await openBrowser({
  locale,
  colorScheme: scheme,
  viewport: { width: Number(width), height: 900 },
});
browser.on("console", (m) => m.type() === "error" && console.log("console:", m.text()));
const page = await browser.newPage();
await page.goto(workbench.launch ?? "");
await page.waitForURL(`${workbench.url}/`);
const answer = await browser.request.post(`${workbench.url}/api/notebooks`, { data: { notebook } });
const text = await answer.text();
console.log(answer.status(), text.slice(0, 300));
const { id } = z.object({ id: z.string() }).parse(JSON.parse(text));
await page.goto(`${workbench.url}/notebooks/${id}`);
await page.locator("#find").waitFor();
await page.locator("button", { hasText: /Run all|全部运行/ }).first().click();
const name = `${locale}-${scheme}-${width}`;
for (let i = 0; i < 280; i++) {
  await new Promise((r) => setTimeout(r, 1000));
  if (i === 25) await page.screenshot({ path: `/tmp/exp/shots/${name}-running.png` });
  const states = await page.locator("[data-state]").evaluateAll((els) =>
    els.map((e) => e.id + ":" + e.getAttribute("data-state"))
  );
  if (i % 20 === 0) console.log(states.join(" "));
  if (states.every((s) => /fresh|failed/.test(s))) break;
}
for (const { id: cell } of notebook.cells) {
  const el = page.locator(`#${cell}`);
  await el.scrollIntoViewIfNeeded();
  await new Promise((r) => setTimeout(r, 700));
  await el.screenshot({ path: `/tmp/exp/shots/${name}-${cell}.png` });
}
await browser[Symbol.asyncDispose]();
await workbench[Symbol.asyncDispose]();
Deno.exit(0);
