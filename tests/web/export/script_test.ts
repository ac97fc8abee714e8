import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { z } from "zod";
import { canonicalJson } from "@/pipeline/canonical_json.ts";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { type CellKind, defineCell } from "@/pipeline/cells/cell_kind.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { notebookScript } from "@/web/export/script_text.ts";
import { temporaryFolder } from "../../cli/healer.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Takes any params, whatever they are called. */
const anything: CellKind<Record<string, unknown>> = defineCell({
  kind: "any`${thing}",
  version: 1,
  group: "data",
  title: { en: "Anything", zh: "任意" },
  summary: { en: "For tests.", zh: "用于测试。" },
  params: z.record(z.string(), z.unknown()),
  takes: {},
  gives: { table: "prepared" },
  cost: "cheap",
  run: () => Promise.reject(new TypeError("It never runs.")),
});

const kinds = kindsByName([...cellKinds, anything]);

/** Texts that would end a comment or a string, or be taken for code. */
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.array(
    fc.constantFrom(
      ..."*/ /* // ` ${ } ' \" \\ \n \r \u2028 \u2029 \u202e \u0000 \ud800 \udfff 故障 😀 \t $ ;"
        .split(" "),
      "\\u0041",
      "${Deno.exit()}",
      "\n*/ Deno.exit();",
    ),
    { maxLength: 6 },
  ).map((parts) => parts.join("")),
);
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,6}$/);
const json = fc.jsonValue({ maxDepth: 3, stringUnit: "binary" });
const params = fc.dictionary(fc.oneof(text, fc.constant("__proto__")), fc.oneof(text, json), {
  maxKeys: 4,
});
const file = fc.record({
  name: text.filter((name) => name !== ""),
  content: fc.constant({ sha256: "0".repeat(64), bytes: 1, media: "text/csv" }),
});
const content = fc.oneof(
  fc.record({ kind: fc.constant(anything.kind), params }),
  fc.record({ kind: fc.constant("note"), params: fc.record({ en: text, zh: text }) }),
  fc.record({ kind: fc.constant("import"), params: fc.record({ file, label: text }) }),
  fc.record({ kind: fc.constantFrom("train", "impute", "diagnose"), params: fc.constant({}) }),
  fc.record({ kind: text.filter((kind) => kind !== ""), params }),
);
const cell = fc.record({ id, title: text, content }).map(({ id, title, content }) => ({
  id,
  title,
  ...content,
}));
const notebook: fc.Arbitrary<Notebook> = fc.record({
  format: fc.constant(1 as const),
  title: text,
  cells: fc.uniqueArray(cell, { selector: ({ id }) => id, maxLength: 7 }),
});

/** Stands for the real `runFlow`: notes what it is asked for. */
const recorder = `
interface Cell { id: string }
class Flow {
  asked: unknown[] = [];
  cell(kind: string, params = {}, inputs: Record<string, Cell> = {}, { id = kind } = {}) {
    const read = Object.fromEntries(Object.entries(inputs).map(([port, { id }]) => [port, id]));
    this.asked.push({ id, kind, params, inputs: read });
    return Promise.resolve({ id });
  }
  file(cell: string, name: string, sha256: string) {
    return Promise.resolve({ name, content: { sha256, bytes: 1, media: "text/csv" } });
  }
  write() { return Promise.resolve(); }
  leaveOut(cell: string) { this.asked.push(cell); }
}
export const notebooks: unknown[] = [];
export async function runFlow(body: (flow: Flow) => Promise<void>) {
  const flow = new Flow();
  await body(flow);
  notebooks.push(flow.asked);
}
`;

async function deno(...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    env: { NO_COLOR: "1" },
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}

/** What a script of `notebook` has to ask for: the cells that can run, the ids of the others. */
function expected(notebook: Notebook): unknown[] {
  const graph = buildGraph(notebook, kinds);
  const lost = new Set<string>();
  return notebook.cells.flatMap(({ id, kind, params }): unknown[] => {
    const { wires = new Map(), problem } = graph.get(id) ?? {};
    const sources = [...wires].map(([port, { cell }]) => [port, cell]);
    if (problem !== undefined || sources.some(([, source]) => lost.has(source))) {
      lost.add(id);
      return [id];
    }
    return kind === "note" ? [] : [{ id, kind, params, inputs: Object.fromEntries(sources) }];
  });
}

describe("the script of a notebook", () => {
  it("is TypeScript that asks for the same cells, whatever stands in them", async () => {
    await using folder = await temporaryFolder();
    const samples = fc.sample(notebook, { numRuns: 60, seed: 6 });
    const scripts: string[] = [];
    for (const [index, each] of samples.entries()) {
      const path = folder.path(`script_${index}.ts`);
      const language = index % 2 === 0 ? "en" : "zh";
      await Deno.writeTextFile(path, notebookScript(each, kinds, language).text);
      scripts.push(path);
    }
    // Against the real module every script has the right types.
    await deno("check", "--quiet", "--config", join(root, "deno.json"), ...scripts);

    const stub = folder.path("cli/script/run_flow.ts");
    await Deno.mkdir(folder.path("cli/script"), { recursive: true });
    await Deno.writeTextFile(stub, recorder);
    await Deno.writeTextFile(folder.path("deno.json"), '{"imports": {"@/": "./"}}');
    const imports = scripts.map((path) => `await import(${JSON.stringify(path)});\n`).join("");
    await Deno.writeTextFile(
      folder.path("all.ts"),
      `import { notebooks } from "@/cli/script/run_flow.ts";\n${imports}` +
        "console.log(JSON.stringify(notebooks));\n",
    );
    const output = await deno(
      "run",
      "--no-check",
      "--config",
      folder.path("deno.json"),
      folder.path("all.ts"),
    );
    const asked = z.array(z.array(z.unknown())).parse(JSON.parse(output));
    for (const [index, each] of samples.entries()) {
      assert.equal(canonicalJson(asked[index]), canonicalJson(expected(each)));
    }
  });

  it("shows no letters that cannot be seen or turn the text", () => {
    fc.assert(fc.property(notebook, (notebook) => {
      const { text } = notebookScript(notebook, kinds, "en");
      assert.doesNotMatch(text.replaceAll("\n", ""), /[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }));
  });
});
