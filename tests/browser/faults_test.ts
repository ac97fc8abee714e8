import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { join } from "node:path";
import pl from "nodejs-polars";
import type { Locator, Page } from "playwright-core";
import { parseCatalogue, printCatalogue } from "@/pipeline/model/catalogue_file.ts";
import { cardKey, modelCardSchema } from "@/pipeline/model/model_card.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import type { Workspace } from "@/store/workspace.ts";
import { faultsSchema } from "@/web/faults_schema.ts";
import { plainEntry } from "../pipeline/model/fault_catalogues.ts";
import { exampleModel, trainedAgain } from "../web/example_models.ts";
import { namelessControls } from "./accessible_names.ts";
import { axeFindings } from "./axe.ts";
import { isAlive, skipWithoutBrowser } from "./browser.ts";
import { openWorkbenchPages, type WorkbenchPages } from "./workbench_pages.ts";

let model = "", diagnosis = "";

/** A model, and a diagnosis by it with a group of three rows that fit nothing known. */
async function fill({ blobs, models, diagnoses }: Workspace): Promise<void> {
  const card = modelCardSchema.parse(
    JSON.parse(readMetadata(exampleModel).get(cardKey) ?? ""),
  );
  const file = await blobs.put(exampleModel);
  const added = models.add({ name: "cluster", file, card, notebook: null, dataset: null });
  model = added.id;
  const rows = 4;
  const folder = await Deno.makeTempDir();
  const table = join(folder, "table.parquet"), features = join(folder, "features.parquet");
  pl.DataFrame([
    pl.Series("row", ["1", "2", "3", "4"], pl.Utf8),
    pl.Series("diagnosis", ["normal", "node-crash", "normal", "normal"], pl.Utf8),
    pl.Series("confidence", [0.9, 0.6, 0.5, 0.4], pl.Float64),
    pl.Series("runner_up", Array(rows).fill("node-crash"), pl.Utf8),
    ...card.classes.map((name) => pl.Series(`p_${name}`, Array(rows).fill(0.1), pl.Float64)),
    pl.Series("warnings", Array(rows).fill(""), pl.Utf8),
    pl.Series("verdict", ["one", "unknown", "unknown", "unknown"], pl.Utf8),
    pl.Series("prediction_set", Array(rows).fill("normal"), pl.Utf8),
    pl.Series("novelty", [0.9, 0.01, 0.01, 0.01], pl.Float64),
    pl.Series("unknown_group", [null, 1, 1, 1], pl.Float64),
  ]).writeParquet(table);
  pl.DataFrame(card.features.map(({ name }) => pl.Series(name, Array(rows).fill(1), pl.Float32)))
    .writeParquet(features);
  diagnosis = diagnoses.add({
    model: added.id,
    source: "tonight.csv",
    result: await blobs.put(new TextEncoder().encode("row\n1\n")),
    table: await blobs.put({ move: table }),
    features: await blobs.put({ move: features }),
    rows,
    counts: card.classes.map((fault) => ({ fault, rows: fault === "normal" ? 4 : 0 })),
    details: {
      verdicts: { one: 1, several: 0, unknown: 3, unread: 0 },
      unknownGroups: [{ id: 1, rows: 3, incidents: null, signs: [] }],
    },
  }).id;
  await Deno.remove(folder, { recursive: true });
}

describe("the names of faults", () => {
  let pages: WorkbenchPages;
  before(async () => {
    if (skipWithoutBrowser.skip !== false) return;
    pages = await openWorkbenchPages({ expected: /status of (409|422)/, fill });
  });
  after(async () => {
    assert.deepEqual(pages?.complaints ?? [], []);
    await pages?.[Symbol.asyncDispose]();
  });

  async function open(language = "en"): Promise<Page> {
    const page = await pages.browser.newPage();
    await page.goto(`${pages.url}/models/${model}/faults?lang=${language}`);
    await isAlive(page, "Faults");
    return page;
  }
  async function stored() {
    const answer = await pages.browser.request.get(`${pages.url}/api/models/${model}/faults`);
    return faultsSchema.parse(await answer.json());
  }
  const classNamed = (page: Page, name: RegExp): Locator =>
    page.getByRole("region", { name: "Classes" }).getByRole("button", { name });
  const save = async (page: Page): Promise<void> => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByText("Saved.").waitFor();
  };

  it(
    "are filled in where they are known, changed, saved and undone",
    skipWithoutBrowser,
    async () => {
      const page = await open();
      await page.getByText("Nothing is named yet.").waitFor();
      await page.getByRole("button", { name: "Fill in what is known" }).click();
      await page.getByText("9 classes were filled in; look, then save.").waitFor();
      assert.equal((await stored()).source, null);
      await classNamed(page, /Node crash/).click();
      await page.getByRole("textbox", { name: "Name, Chinese" }).fill("节点宕机");
      await page.getByRole("textbox", { name: "Description, English" }).fill("**Down**, again");
      await page.locator(".markdown strong", { hasText: "Down" }).waitFor();
      await page.getByRole("combobox", { name: "Severity" }).selectOption("critical");
      await page.getByRole("radio", { name: "colour 6" }).check({ force: true });
      await page.getByRole("button", { name: "Add a remedy" }).click();
      await page.getByRole("textbox", { name: "Remedy 3, English" }).fill("Call Ada");
      await page.getByRole("button", { name: "Remove remedy 1" }).click();
      await save(page);
      const { catalogue } = await stored();
      const crash = catalogue.find(({ fault }) => fault === "node-crash");
      assert.partialDeepStrictEqual(crash, {
        name: { en: "Node crash", zh: "节点宕机" },
        severity: "critical",
        colour: 6,
      });
      assert.deepEqual(crash?.remedies.map(({ en }) => en.slice(0, 8)), ["Read the", "Call Ada"]);
      assert.deepEqual(await namelessControls(page), []);
      assert.deepEqual(await axeFindings(page), []);

      await page.getByRole("button", { name: "Undo the last save" }).click();
      await page.getByText("Nothing is named yet.").waitFor();
      await page.getByRole("button", { name: "Undo the last save" }).click();
      await classNamed(page, /Node crash/).waitFor();
      await page.close();
      const chinese = await open("zh");
      await chinese.getByRole("heading", { name: "cluster v1 的故障" }).waitFor();
      await chinese.getByRole("button", { name: /节点宕机/ }).waitFor();
      await chinese.close();
    },
  );

  it(
    "that were not saved come back, and do not overwrite another tab's",
    skipWithoutBrowser,
    async () => {
      const page = await open();
      const other = await open();
      await classNamed(page, /normal/).click();
      await page.getByRole("textbox", { name: "Name, English" }).fill("All is well");
      page.once("dialog", (dialog) => void dialog.accept());
      await page.reload();
      await page.getByText("What you had not saved here is back.").waitFor();
      await classNamed(other, /memory-leak/).click();
      await other.getByRole("textbox", { name: "Name, English" }).fill("Leak");
      await save(other);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("It was saved elsewhere meanwhile.").waitFor();
      await save(page);
      const { catalogue } = await stored();
      const nameOf = (wanted: string) => catalogue.find(({ fault }) => fault === wanted)?.name.en;
      assert.deepEqual([nameOf("normal"), nameOf("memory-leak")], ["All is well", "Leak"]);
      await page.getByRole("textbox", { name: "Name, English" }).first().fill("x");
      await page.getByRole("button", { name: "Cancel the changes" }).click();
      assert.equal(await page.getByRole("button", { name: "Save", exact: true }).count(), 0);
      await page.close();
      await other.close();
    },
  );

  it(
    "go to a file and come from one, whatever the classes are called",
    skipWithoutBrowser,
    async () => {
      const page = await open();
      const evil = "<img src=x onerror=alert(1)>" + "长".repeat(1000);
      const many = Array.from({ length: 200 }, (_, index) => plainEntry(`class ${index}`, ""));
      const file = (text: string) => ({
        name: "names.json",
        mimeType: "application/json",
        buffer: Buffer.from(text),
      });
      const input = page.locator(".fault-actions input[type=file]");
      await input.setInputFiles(file("{"));
      await page.getByText("line 1, column 2 is not valid JSON").waitFor();
      const entries = [plainEntry(evil, "Evil", "恶"), ...many];
      await input.setInputFiles(file(printCatalogue(entries)));
      await page.getByText("201 classes were taken over; look, then save.").waitFor();
      await page.getByRole("button", { name: "Show all 210" }).waitFor();
      await page.getByRole("searchbox").fill("evil");
      await classNamed(page, /Evil/).click();
      await page.getByText("not a class of this model").waitFor();
      await save(page);
      const width = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assert.ok(Number(width) <= 0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Export" }).click(),
      ]);
      assert.equal(download.suggestedFilename(), "cluster-v1.faults.json");
      const text = await Deno.readTextFile(await download.path());
      assert.deepEqual(parseCatalogue(text), (await stored()).catalogue);
      await page.close();
    },
  );

  it(
    "come along with a model that is brought in, and are copied from one",
    skipWithoutBrowser,
    async () => {
      const page = await pages.browser.newPage();
      await page.goto(`${pages.url}/?lang=en`);
      await isAlive(page, "Home");
      const list = page.getByRole("region", { name: "Models" });
      const input = list.locator("input[type=file]");
      const file = (name: string, buffer: Uint8Array) => ({
        name,
        mimeType: "application/onnx",
        buffer: Buffer.from(buffer),
      });
      await input.setInputFiles(file("notes.onnx", new TextEncoder().encode("hello")));
      await list.getByRole("alert").waitFor();
      await input.setInputFiles(file("night-v3.onnx", trainedAgain(7)));
      await list.getByText("night v1 is here now.").waitFor();
      await list.getByRole("button", { name: /More .*night v1/ }).click();
      await page.getByRole("menuitem", { name: "Name the faults" }).click();
      await page.getByText("Taken over from cluster v1").waitFor();
      await isAlive(page, "Faults");
      await page.getByRole("button", { name: "Copy from another model" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Copy", exact: true }).click();
      await page.getByText("It says nothing new of these classes.").waitFor();
      await page.close();
    },
  );

  it(
    "are given to unknown rows, which says what keeps them from being learnt",
    skipWithoutBrowser,
    async () => {
      const page = await pages.browser.newPage();
      await page.goto(`${pages.url}/diagnoses/${diagnosis}?lang=en`);
      await isAlive(page, "Diagnosis");
      await page.getByRole("button", { name: "Name them and train again" }).click();
      const dialog = page.getByRole("dialog", { name: "What is unknown group 1?" });
      await dialog.getByText("3 rows are few to learn a fault from").waitFor();
      await dialog.getByRole("checkbox").first().uncheck();
      await dialog.getByText("2 rows are few").waitFor();
      await dialog.getByRole("textbox", { name: "Name of the fault" }).fill("Storm");
      await page.screenshot({ path: `${pages.folder}/name-unknown.png` });
      await dialog.getByRole("button", { name: "Train the next version" }).click();
      await dialog.getByText("it was brought in as a file").waitFor();
      await dialog.getByRole("radio", { name: "really a known fault" }).check();
      assert.equal(
        await dialog.getByRole("combobox", { name: "Known fault" }).inputValue(),
        "cpu-saturation",
      );
      assert.deepEqual(await axeFindings(page), []);
      await page.close();
    },
  );
});
