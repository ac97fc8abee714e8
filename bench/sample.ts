import type { Page } from "playwright-core";
import * as z from "zod/mini";
import { openBrowser } from "../tests/browser/browser.ts";
import { serve } from "../tests/web/served.ts";

/** How quickly a model answers in Chromium while somebody drags a value, and how quickly it explains afterwards. */

/** Pointer moves of one drag, at the pace of a screen. */
const moves = 240;
const pace = 1000 / 60;
const drags = 5;

const notebook = {
  format: 1,
  title: "Boosting",
  cells: [
    { id: "simulate", kind: "simulate", params: { rows: 2000, seed: 3 } },
    { id: "split", kind: "split", params: {} },
    {
      id: "train",
      kind: "train",
      params: { learner: { name: "gradient-boosting" }, folds: 2 },
    },
  ],
};

/** What is dragged at: it speaks for the fault that the row looks like, so that the answer moves. */
const fault = "disk-saturation";

const timesSchema = z.object({
  /** Until an answer was on the page, whether it was another one or not. */
  answers: z.array(z.number()),
  /** Until the bars moved. */
  changes: z.array(z.number()),
  /** From letting go until the explanation was on the page. */
  full: z.array(z.number()),
});

const folder = await Deno.makeTempDir({ prefix: "healer-bench-sample-" });
{
  await using workbench = await serve(`${folder}/workspace`);
  await using browser = await openBrowser();
  await browser.addInitScript(watch);
  const page = await browser.newPage();
  await page.goto(workbench.launch ?? "");
  await page.waitForURL(`${workbench.url}/`);
  const model = await train(page, workbench.url);
  await page.goto(`${workbench.url}/sample?model=${model}&lang=en`);
  await page.locator(".kpis").waitFor();
  await page.getByRole("combobox", { name: "Fill in" }).selectOption(`Medians of ${fault}`);
  await page.getByRole("button", { name: "Fill in" }).click();
  await page.waitForTimeout(1000);
  console.log(`${await page.locator("#kpis .count").innerText()} features`);
  const answers: number[] = [], changes: number[] = [], full: number[] = [];
  for (let drag = 0; drag < drags; drag++) {
    const times = await dragThrough(page, drag);
    console.log(
      `drag ${
        drag + 1
      }: ${moves} moves, ${times.answers.length} answers, ${times.changes.length} of them another`,
    );
    answers.push(...times.answers);
    changes.push(...times.changes);
    full.push(...times.full);
  }
  report("pointer move to answer on the page", answers);
  report("pointer move to changed probability", changes);
  report("letting go to the whole explanation", full);
}
await Deno.remove(folder, { recursive: true });

/** Trains and gives the id of the model. */
async function train(page: Page, url: string): Promise<string> {
  const { request } = page.context();
  const made = await request.post(`${url}/api/notebooks`, { data: { notebook, run: true } });
  const { id } = z.parse(z.object({ id: z.string() }), await made.json());
  const run = z.object({ run: z.nullable(z.string()) });
  while (
    z.parse(run, await (await request.get(`${url}/api/notebooks/${id}`)).json()).run !== null
  ) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const answer = await (await request.get(`${url}/api/models`)).json();
  const { models: [model] } = z.parse(
    z.object({ models: z.array(z.object({ id: z.string() })) }),
    answer,
  );
  if (model === undefined) throw new Error("Cannot train the model.");
  return model.id;
}

/** Drags one of the first sliders from end to end, at the pace of a screen. */
async function dragThrough(page: Page, index: number): Promise<z.infer<typeof timesSchema>> {
  const slider = page.locator(".sample-fields input[type=range]").nth(index);
  const box = await slider.boundingBox();
  if (box === null) throw new Error("Cannot find the slider.");
  const y = box.y + box.height / 2;
  await page.evaluate(() =>
    Object.assign(globalThis, { times: { answers: [], changes: [], full: [] } })
  );
  await page.mouse.move(box.x + 2, y);
  await page.mouse.down();
  const started = performance.now();
  for (let move = 1; move <= moves; move++) {
    await page.mouse.move(box.x + 2 + (box.width - 4) * move / moves, y);
    const wait = started + move * pace - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  await page.mouse.up();
  await page.waitForTimeout(600);
  return z.parse(timesSchema, await page.evaluate("times"));
}

function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN).toFixed(0);
  console.log(`${what}: median ${at(0.5)} ms, 95 % under ${at(0.95)} ms, worst ${at(1)} ms`);
}

/** Runs in the page: takes the time from the newest input that a question knows to the change that its answer makes. */
function watch(): void {
  interface Times {
    readonly answers: number[];
    readonly changes: number[];
    readonly full: number[];
  }
  const timesNow = (): Times => Reflect.get(globalThis, "times");
  Object.assign(globalThis, { times: { answers: [], changes: [], full: [] } });
  let input = 0, release = 0, answered = 0;
  addEventListener("pointermove", ({ timeStamp }) => input = timeStamp, true);
  addEventListener("pointerup", ({ timeStamp }) => release = timeStamp, true);
  const send = globalThis.fetch;
  globalThis.fetch = async (address, init) => {
    const isQuick = typeof init?.body === "string" && init.body.includes('"detail":"quick"');
    const since = input;
    const response = await send(address, init);
    if (isQuick) {
      answered = since;
      const onPage = (): void => void timesNow().answers.push(performance.now() - since);
      // Once it is read and drawn.
      response.clone().text().then(() => setTimeout(onPage), reportError);
    }
    return response;
  };
  new MutationObserver((records) => {
    const now = performance.now();
    const isIn = (selector: string): boolean =>
      records.some(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(selector)
      );
    if (answered > 0 && isIn(".sample-bars")) {
      timesNow().changes.push(now - answered);
      answered = 0;
    }
    if (release > 0 && isIn(".kpis")) {
      timesNow().full.push(now - release);
      release = 0;
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}
