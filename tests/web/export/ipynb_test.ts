import assert from "node:assert/strict";
import { describe, it } from "node:test";
import Ajv from "ajv-draft-04";
import fc from "fast-check";
import { z } from "zod";
import { cellKinds } from "@/pipeline/cells/registry.ts";
import { kindsByName, type Notebook } from "@/pipeline/kernel/notebook.ts";
import { type NotebookCell } from "@/pipeline/kernel/notebook.ts";
import { createdSchema } from "@/web/api_schema.ts";
import type { ExportSource } from "@/web/export/export_source.ts";
import { ipynbFormat } from "@/web/export/ipynb_format.ts";
import { harmlessMarkdown } from "@/web/export/ipynb_markdown.ts";
import type { Language } from "@/web/language.ts";
import { readOpening } from "@/web/opening/read_opening.ts";
import type { Reading } from "@/web/opening_schema.ts";
import { sharedFile } from "../../shared.ts";
import { type ApiApp, json, openApiApp } from "../api_app.ts";

const kinds = kindsByName(cellKinds);

const outputSchema = z.looseObject({
  output_type: z.enum(["stream", "display_data", "error"]),
  data: z.record(z.string(), z.array(z.string())).optional(),
  text: z.array(z.string()).optional(),
});
const documentSchema = z.object({
  nbformat: z.literal(4),
  nbformat_minor: z.literal(5),
  metadata: z.looseObject({ systemhealer: z.looseObject({ notebook: z.unknown() }) }),
  cells: z.array(z.object({
    cell_type: z.enum(["markdown", "code"]),
    id: z.string().regex(/^[a-zA-Z0-9-_]{1,64}$/),
    source: z.array(z.string()),
    outputs: z.array(outputSchema).optional(),
    execution_count: z.number().nullable().optional(),
    metadata: z.strictObject({}),
  })),
});

/** A notebook nothing of which has run. */
function unrun(notebook: Notebook, language: Language = "en"): ExportSource {
  return {
    notebook,
    kinds,
    language,
    cell: undefined,
    cells: notebook.cells.map((cell: NotebookCell) => ({
      ...cell,
      state: { state: "stale" },
      result: undefined,
      finished: undefined,
      seconds: undefined,
      problem: undefined,
    })),
    tablePage: () => Promise.reject(new TypeError("There is no table.")),
    pathOf: () => "",
    catalogueOf: () => [],
  };
}

async function written(source: ExportSource): Promise<string> {
  const content = await ipynbFormat.make(source);
  assert(typeof content === "string");
  return content;
}

function opened(content: string, reading?: Reading) {
  const bytes = new TextEncoder().encode(content);
  const found = readOpening({ name: "x.ipynb", bytes }, { kinds, language: "en", reading });
  assert(found.kind === "notebook");
  return found;
}

const text = fc.string({ unit: "binary", maxLength: 20 });
const id = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,8}$/);
const json32 = fc.jsonValue({ maxDepth: 3, stringUnit: "binary" });
const notebooks: fc.Arbitrary<Notebook> = fc.record({
  format: fc.constant(1 as const),
  title: text,
  cells: fc.uniqueArray(
    fc.record({
      id,
      kind: fc.oneof(
        fc.constantFrom("note", "import", "train"),
        text.filter((kind) => kind !== ""),
      ),
      title: text,
      params: fc.dictionary(text, json32, { maxKeys: 3 }),
      inputs: fc.dictionary(text.filter((port) => port !== "__proto__"), id, { maxKeys: 2 }),
    }, { requiredKeys: ["id", "kind", "params"] }),
    { selector: ({ id }) => id, maxLength: 5 },
  ),
});

describe("a notebook that went to Jupyter", () => {
  it("comes back as it was, whatever it holds", async () => {
    await fc.assert(
      fc.asyncProperty(
        notebooks,
        fc.constantFrom("en" as const, "zh" as const),
        async (notebook, language) => {
          const plain = JSON.parse(JSON.stringify(notebook));
          const content = await written(unrun(plain, language));
          documentSchema.parse(JSON.parse(content));
          assert.equal(await written(unrun(plain, language)), content);
          const { parsed, reading, notices } = opened(content);
          assert.deepEqual(JSON.parse(JSON.stringify(parsed.notebook)), plain);
          assert.equal(reading, "own");
          assert.deepEqual(notices, []);
          assert.equal(opened(content, "foreign").reading, "foreign");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("says what was changed there, and what cannot be had back", async () => {
    const cells = [{ id: "a", kind: "note", params: { en: "Before" } }];
    const content = await written(unrun({ format: 1, title: "Mine", cells }));
    const change = (edit: (document: z.infer<typeof documentSchema>) => void): string => {
      const document = z.looseObject(documentSchema.shape).parse(JSON.parse(content));
      edit(document);
      return JSON.stringify(document);
    };
    const codes = (content: string) => opened(content).notices.map(({ code }) => code);

    const shown = change(({ cells }) => cells.at(-1)?.source.splice(0, 1, "After"));
    assert.deepEqual(codes(shown), ["opening/cells-edited"]);
    const other = { format: 1, title: "Theirs", cells: [] };
    const edited = change(({ metadata }) => metadata.systemhealer.notebook = other);
    assert.deepEqual(codes(edited), ["opening/origin-edited"]);
    assert.equal(opened(edited).otherReading, "foreign");

    for (
      const [damage, words] of [
        [{ ...other, format: 7 }, /has format 7/],
        [{ ...other, cells: 7 }, /"cells" is not valid/],
        ["gone", /no notebook/],
      ] as const
    ) {
      const damaged = change(({ metadata }) => metadata.systemhealer.notebook = damage);
      const { reading, notices, parsed } = opened(damaged);
      assert.equal(reading, "foreign");
      assert.equal(parsed.notebook.title, "Mine");
      assert.equal(notices[0]?.code, "opening/origin-unreadable");
      assert.match(notices[0]?.message.en ?? "", words);
      assert.throws(() => opened(damaged, "own"));
    }
    const later = change(({ metadata }) => metadata.systemhealer.format = 2);
    assert.match(opened(later).notices[0]?.message.en ?? "", /format 2.*knows up to 1/);
    const foreign = opened(shown, "foreign").parsed.notebook.cells;
    assert.deepEqual(foreign.at(-1)?.params, { en: "After" });
  });

  it("holds no note that runs or fetches anything there", () => {
    const plain = "# Disk\n\n`<b>` and a < b\n\n```html\n<script>\n```\n";
    assert.equal(harmlessMarkdown(plain), plain);
    const hostile = `${plain}<script>alert(1)</script>\n\n![x](https://example.com/x.png)\n`;
    assert.equal(
      harmlessMarkdown(hostile),
      "# Disk\n\n`&lt;b>` and a < b\n\n```html\n<script>\n```\n" +
        "&lt;script>alert(1)&lt;/script>\n\n&#33;[x](https://example.com/x.png)\n",
    );
    const pieces = fc.constantFrom(
      "<script>",
      "</a>",
      "```",
      "~~~",
      "\n",
      "    ",
      "> ",
      "- ",
      "`",
      "![a](b)",
      "x",
      "<!--",
      "-->",
    );
    fc.assert(fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const harmless = harmlessMarkdown(parts.join(""));
      assert.equal(harmlessMarkdown(harmless), harmless);
    }));
  });
});

const table = Array.from(
  { length: 60 },
  (_, row) => `${row},${row % 7 + 0.5},h${row},${row % 2 ? "a" : "b"}`,
);
const csv = `row_number,load,host,fault\n${table.join("\n")}\n`;

async function runNotebook(app: ApiApp): Promise<string> {
  const answer = await app.request("/api/datasets?name=kpis.csv", { method: "POST", body: csv });
  const { file } = z.looseObject({ file: z.unknown() }).parse(await answer.json());
  const notebook = {
    format: 1,
    title: "Load & faults",
    cells: [
      { id: "words", kind: "note", params: { en: "Hello", zh: "你好" } },
      { id: "table", kind: "import", params: { file } },
      { id: "look", kind: "profile", params: {} },
      { id: "odd", kind: "crystal-ball", params: {} },
      { id: "map", kind: "projection", params: {} },
    ],
  };
  const body = json("POST", { notebook, run: true });
  const { id } = await app.ask(createdSchema, "/api/notebooks", body);
  await app.idle(id);
  return id;
}

describe("a notebook with results", () => {
  it("shows its figures and the first rows of its tables in Jupyter, in both languages, as its schema asks", async (context) => {
    await using app = await openApiApp();
    const id = await runNotebook(app);
    for (const language of ["en", "zh"] as const) {
      const address = `/api/notebooks/${id}/export?as=ipynb&language=${language}`;
      const answer = await app.request(address);
      const content = await answer.text();
      assert.equal(await (await app.request(address)).text(), content);
      const { cells } = documentSchema.parse(JSON.parse(content));
      const of = (cell: string) => cells.find(({ id }) => id === cell);
      assert.deepEqual(of("words")?.source, [{ en: "Hello", zh: "你好" }[language]]);
      assert.match(of("table")?.source.join("") ?? "", /flow\.cell\(\s*"import"/);
      const outputs = cells.flatMap(({ outputs = [] }) => outputs);
      const pictures = outputs.map(({ data }) => data?.["text/html"]?.join("") ?? "")
        .filter((html) => html.startsWith("<img "));
      assert.ok(pictures.length >= 2, `${pictures.length}`);
      for (const picture of pictures) {
        const [, encoded = ""] =
          /src="data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)"/.exec(picture) ?? [];
        assert.match(
          new TextDecoder().decode(Uint8Array.fromBase64(encoded)),
          /^<svg [\s\S]*<\/svg>\n?$/,
        );
      }
      assert.ok(outputs.every(({ data }) => data === undefined || data["text/plain"]?.[0]));
      const failed = of("odd")?.outputs?.[0];
      assert.deepEqual([failed?.output_type, failed?.ename], ["error", "notebook/unknown-kind"]);
      const shown = [...content.matchAll(/\bh\d+\b/g)].map(([host]) => host);
      assert.ok(shown.includes("h0"));
      const rows = new Set(shown.map((host) => Number(host.slice(1))));
      assert.ok(Math.max(...rows) < 20, `${[...rows]}`);
    }
    assert.deepEqual(app.defects, []);
    const problems = await schemaProblems(app, id);
    if (problems === undefined) context.skip("../shared/badinput/nbformat is not on this machine");
    else assert.deepEqual(problems, []);
  });
});

/** What Jupyter's own schema finds in an export; undefined where it is not on this machine. */
async function schemaProblems(app: ApiApp, id: string): Promise<unknown[] | undefined> {
  const file = sharedFile("badinput/nbformat/nbformat/v4/nbformat.v4.5.schema.json");
  if (file === undefined) return undefined;
  const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(await Deno.readTextFile(file)));
  const validate = new Ajv.default({ strict: false, allErrors: true }).compile(schema);
  const answer = await app.request(`/api/notebooks/${id}/export?as=ipynb`);
  return validate(await answer.json()) ? [] : validate.errors ?? [];
}
