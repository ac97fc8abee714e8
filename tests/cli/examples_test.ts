import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { describe, it } from "node:test";
import {
  exampleForms,
  exampleNotebook,
  examplesFolder,
  examplesListSchema,
  hashOf,
} from "@/cli/example_files.ts";
import { withFinished } from "@/cli/finished_notebook.ts";
import { openTerminal } from "@/cli/terminal.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { kindsByName, printNotebook } from "@/pipeline/kernel/notebook.ts";
import { cardKey } from "@/pipeline/model/model_card.ts";
import { readMetadata } from "@/pipeline/onnx/read_metadata.ts";
import { engineVersion } from "@/pipeline/version.ts";

const again = "run `deno task examples` and commit what it writes";

async function read(name: string): Promise<Uint8Array> {
  return await Deno.readFile(new URL(name, examplesFolder));
}

async function readText(name: string): Promise<string> {
  return new TextDecoder().decode(await read(name));
}

describe("docs/examples", () => {
  it("is of the notebook that ships with the workbench, and as it was made", async () => {
    const list = examplesListSchema.parse(JSON.parse(await readText("list.json")));
    const printed = new TextEncoder().encode(printNotebook(await exampleNotebook()));
    assert.equal(list.engine, engineVersion, again);
    assert.equal(list.notebook, hashOf(printed), again);
    for (const [name, hash] of Object.entries(list.files)) {
      assert.equal(hashOf(await read(name)), hash, `${name}: ${again}`);
    }
    const there = await Array.fromAsync(Deno.readDir(examplesFolder), ({ name }) => name);
    assert.deepEqual(
      there.sort(),
      [...Object.keys(list.files), "README.md", "list.json"].sort(),
    );
  });

  it("gives the same bytes again of what needs no training", async () => {
    const notebook = await exampleNotebook();
    const kinds = kindsByName(cellKinds);
    const order = { notebook, kinds, files: [], cells: ["select"], language: "en" } as const;
    const terminal = { ...openTerminal({ json: false, language: "en" }), notice() {} };
    const forms = await withFinished(
      order,
      terminal,
      (source) => exampleForms(source, ["notebook", "script", "pipeline"]),
    );
    assert.equal(forms.size, 3);
    for (const [name, bytes] of forms) {
      assert.equal(new TextDecoder().decode(bytes), await readText(name), `${name}: ${again}`);
    }
  });

  it("tells nothing of the machine it was made on, and stays small", async () => {
    const root = fileURLToPath(new URL("../../", import.meta.url));
    const places = [root, "systemhealer-run-", "file://", "/home/", "/tmp/"];
    for await (const { name } of Deno.readDir(examplesFolder)) {
      const bytes = await read(name);
      const text = new TextDecoder("latin1").decode(bytes);
      assert.deepEqual(places.filter((place) => text.includes(place)), [], name);
      assert.ok(bytes.length < 2 * 2 ** 20, name);
    }
    const card = readMetadata(await read("train.onnx")).get(cardKey) ?? "";
    assert.deepEqual(JSON.parse(await readText("train.card.json")), JSON.parse(card));
  });
});
