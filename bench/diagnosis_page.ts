import { parse } from "zod/mini";
import { openWorkspace } from "../store/workspace.ts";
import { diagnosisSchema } from "../web/diagnosis_schema.ts";
import { openBrowser } from "../tests/browser/browser.ts";
import { simulatedCsv } from "../tests/web/api_app.ts";
import { addExampleModel } from "../tests/web/example_model.ts";
import { serve } from "../tests/web/served.ts";

/**
 * How soon the page of a diagnosis shows first rows after the file is there, and when all is done: 100,000 rows of
 * 109 features in Chromium, by the forest of the examples.
 */

const repeats = Number(Deno.args[0] ?? 5);
const rows = Number(Deno.args[1] ?? 100_000);

const folder = await Deno.makeTempDir({ prefix: "healer-bench-diagnosis-" });
{
  await using workspace = await openWorkspace(`${folder}/workspace`);
  await addExampleModel(workspace);
}
const table = `${folder}/rows.csv`;
await writeTable(table);
await using workbench = await serve(`${folder}/workspace`);
await using browser = await openBrowser();
const page = await browser.newPage();
await page.goto(workbench.launch ?? "");
await page.waitForURL(`${workbench.url}/`);
const firsts: number[] = [], wholes: number[] = [];
for (let repeat = 0; repeat < repeats; repeat++) {
  await page.goto(`${workbench.url}/diagnose`);
  await page.waitForFunction(() =>
    document.querySelector("x-island[data-name=Diagnose][data-hydrated]") !== null
  );
  const answered = page.waitForResponse((response) =>
    response.request().method() === "POST" && response.url().includes("/diagnose?")
  );
  await page.locator(".drop input[type=file]").setInputFiles(table);
  await answered;
  const begin = performance.now();
  await page.locator("#first-rows").waitFor({ timeout: 120_000 });
  firsts.push((performance.now() - begin) / 1000);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  for (;;) {
    const answer = await page.request.get(`${workbench.url}/api/diagnoses/${id}`);
    const { state, problem } = parse(diagnosisSchema, await answer.json());
    if (state === "failed") throw new Error(problem?.message.en);
    if (state === "done") break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  wholes.push((performance.now() - begin) / 1000);
  console.log(
    `first rows after ${firsts.at(-1)?.toFixed(2)} s, all of them after ${
      wholes.at(-1)?.toFixed(2)
    } s`,
  );
}
console.log(`first rows: ${spread(firsts)}; all: ${spread(wholes)}`);
await Deno.remove(folder, { recursive: true });

/** The simulated rows over and over, since simulating takes longer than what is measured. */
async function writeTable(path: string): Promise<void> {
  const [head = "", ...lines] = (await simulatedCsv(5000, 11)).trimEnd().split("\n");
  using file = await Deno.open(path, { write: true, create: true });
  const encoder = new TextEncoder();
  await file.write(encoder.encode(`${head}\n`));
  const block = encoder.encode(`${lines.join("\n")}\n`);
  for (let written = 0; written < rows; written += lines.length) {
    for (let done = 0; done < block.length;) done += await file.write(block.subarray(done));
  }
}

function spread(values: readonly number[]): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1),
  );
  return `${mean.toFixed(2)} ± ${deviation.toFixed(2)} s`;
}
