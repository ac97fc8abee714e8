import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { unzipSync } from "fflate";
import { createdSchema } from "@/web/api_schema.ts";
import { json, openApiApp } from "../web/api_app.ts";
import { answerOf, healer, problemOf, type Run, temporaryFolder } from "./healer.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const learning = [
  { id: "fill", kind: "impute", params: { strategy: "mean" } },
  {
    id: "train",
    kind: "train",
    title: "A small `forest` */ ${0}",
    params: { folds: 2, seed: 5, learner: { name: "random-forest", trees: 5 } },
  },
  { id: "found", kind: "diagnose", params: { language: "zh" } },
];

const simulated = {
  format: 1,
  title: "Simulated",
  cells: [{ id: "rows", kind: "simulate", params: { rows: 300, seed: 2 } }, ...learning],
};

const imported = {
  format: 1,
  title: "Imported",
  cells: [{ id: "rows", kind: "import" }, ...learning],
};

/** Runs a script the way its first lines say. */
async function runScript(path: string, args: readonly string[], cwd = root): Promise<Run> {
  const text = await Deno.readTextFile(path);
  const flags = /^\/\/ +deno run (.*) \S+\.ts/m.exec(text)?.[1]?.split(" ") ?? [];
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      ...flags.map((flag) => flag.replace(/^deno\.json$/, `${root}deno.json`)),
      path,
      ...args,
    ],
    cwd,
    env: { LANG: "C", NO_COLOR: "1" },
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/** The files that are the same however and whenever the notebook ran; reports tell times. */
const lasting = /\.(onnx|csv|svg|ts|json)$/;

describe("a notebook without a browser", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;

  before(async () => {
    folder = await temporaryFolder();
    await Deno.writeTextFile(folder.path("simulated.json"), JSON.stringify(simulated));
    await Deno.writeTextFile(folder.path("imported.json"), JSON.stringify(imported));
    const made = await healer(["simulate", "--rows", "300", "--out", folder.path("kpis.csv")]);
    assert.equal(made.code, 0, made.stderr);
  });

  after(() => folder?.[Symbol.asyncDispose]());

  it("gives the same bytes on the page, by healer run and by its script", async () => {
    await using app = await openApiApp();
    const { id } = await app.ask(
      createdSchema,
      "/api/notebooks",
      json("POST", { notebook: simulated, run: true }),
    );
    await app.idle(id);
    const answer = await app.request(`/api/notebooks/${id}/archive?language=zh`);
    const page = unzipSync(new Uint8Array(await answer.arrayBuffer()));

    const out = folder.path("run");
    const run = await healer([
      "run",
      folder.path("simulated.json"),
      ...["--out", out, "--language", "zh", "--json"],
    ]);
    assert.equal(run.code, 0, run.stderr);
    const written = new Map<string, Uint8Array>();
    for await (const { name } of Deno.readDir(out)) {
      if (name !== "results.json") written.set(name, await Deno.readFile(`${out}/${name}`));
    }
    assert.deepEqual([...written.keys()].sort(), Object.keys(page).sort());
    for (const [name, bytes] of written) {
      if (!lasting.test(name)) continue;
      assert.ok(
        bytes.length === page[name]?.length && bytes.every((b, at) => b === page[name]?.[at]),
        name,
      );
    }

    const script = await runScript(`${out}/notebook.ts`, ["--out", folder.path("script")]);
    // The texts of the script are Chinese, and so are its first lines.
    assert.equal(script.code, 0, script.stderr);
    for (const name of ["train.onnx", "train.card.json", "found.csv"]) {
      assert.deepEqual(await Deno.readFile(folder.path(`script/${name}`)), written.get(name), name);
    }
  });

  it("is a script that reads its files from where one stands, and others by name", async () => {
    const script = folder.path("imported.ts");
    const data = `rows=${folder.path("kpis.csv")}`;
    const made = await healer([
      "export",
      folder.path("imported.json"),
      ...["--as", "script", "--data", data, "--out", script, "--json"],
    ]);
    assert.equal(made.code, 0, made.stderr);
    assert.deepEqual(answerOf(made).ran, []);
    const text = await Deno.readTextFile(script);
    assert.match(text, /--data rows=kpis\.csv/);
    assert.ok(!text.includes(folder.path("")), "no path of this machine");

    const other = folder.path("other.csv");
    const simulation = await healer(["simulate", "--rows", "200", "--seed", "9", "--out", other]);
    assert.equal(simulation.code, 0, simulation.stderr);
    const there = await runScript(script, ["--out", "there"], folder.path(""));
    assert.equal(there.code, 0, there.stderr);
    assert.doesNotMatch(there.stderr, /not the file/);
    assert.ok((await Deno.stat(folder.path("there/train.onnx"))).isFile);
    const args = ["--data", `rows=${other}`, "--out", folder.path("elsewhere")];
    const elsewhere = await runScript(script, args);
    assert.equal(elsewhere.code, 0, elsewhere.stderr);
    assert.match(elsewhere.stderr, /"rows" reads "other\.csv", which is not the file/);

    const nowhere = await runScript(script, ["--data", "rows=none.csv"]);
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.stderr, /there is no such file\.\nhint: /);
    assert.doesNotMatch(nowhere.stderr, /\.ts:/, "no stack");
    assert.equal((await runScript(script, ["--rows", "1"])).code, 2);
  });

  it("is exported after no more than has to run", async () => {
    const out = folder.path("plan.json");
    const made = await healer([
      "export",
      folder.path("simulated.json"),
      ...["--as", "pipeline", "--set", "train.seed=9", "--out", out, "--json"],
    ]);
    assert.equal(made.code, 0, made.stderr);
    assert.deepEqual(answerOf(made).ran, ["rows", "fill"]);
    assert.match(made.stderr, /2 of 4 cells run first: "rows", "fill"/);
    assert.match(await Deno.readTextFile(out), /"seed": 9/);
    const same = await healer([
      "export",
      folder.path("simulated.json"),
      ...["--as", "notebook", "--out", folder.path("same.json")],
    ]);
    assert.equal(same.code, 0, same.stderr);
    assert.deepEqual(JSON.parse(await Deno.readTextFile(folder.path("same.json"))), simulated);
  });

  it("is not exported where that cannot be, and nothing is written", async () => {
    const notebook = folder.path("simulated.json");
    const untrained = folder.path("untrained.json");
    const { cells: [rows], ...rest } = simulated;
    await Deno.writeTextFile(untrained, JSON.stringify({ ...rest, cells: [rows] }));
    const out = folder.path("never");
    const wrong: [string[], number, string][] = [
      [[notebook, "--as", "scrypt", "--out", out], 2, "export/format-not-found"],
      [[untrained, "--as", "pipeline", "--out", out], 1, "pipeline/no-training-cell"],
      [
        [notebook, "--as", "pipeline", "--cell", "fill", "--out", out],
        1,
        "pipeline/not-a-training-cell",
      ],
      [[notebook, "--as", "script", "--out", `${out}/x.ts`], 1, "file/not-writable"],
      [[notebook, "--as", "script", "--out", notebook], 2, "usage/output-is-input"],
      [[notebook, "--as", "script"], 2, "usage/missing-mandatory-option-value"],
    ];
    for (const [args, exit, code] of wrong) {
      const run = await healer(["export", ...args, "--json"]);
      assert.deepEqual([run.code, problemOf(run).code], [exit, code], args.join(" "));
    }
    const near = await healer(["export", notebook, "--as", "scrypt", "--out", out]);
    assert.match(near.stderr, /Did you mean "script"\?/);
    await assert.rejects(Deno.stat(out), Deno.errors.NotFound);
  });

  it("lists the params on its front panel and how they are set", async () => {
    const path = folder.path("exposed.json");
    const exposed = [
      { cell: "train", param: "learner" },
      { cell: "found", param: "file" },
      { cell: "fill", param: "gone" },
      { cell: "gone", param: "rows" },
    ];
    await Deno.writeTextFile(path, JSON.stringify({ ...simulated, exposed }));
    const list = await healer(["run", path, "--list-params", "--set", "train.learner.trees=7"]);
    assert.equal(list.code, 0, list.stderr);
    assert.match(list.stdout, /^--set train\.learner=VALUE {3}now "random-forest"$/m);
    assert.match(list.stdout, /^ {4}allowed: random-forest \| /m);
    assert.match(
      list.stdout,
      /^--set train\.learner\.trees=VALUE {3}now 7\n.*\n {4}allowed: 1…2000$/m,
    );
    assert.match(list.stdout, /^--data found=FILE {3}now null$/m);
    assert.doesNotMatch(list.stdout, /gone/);
    const none = await healer(["run", folder.path("simulated.json"), "--list-params", "--json"]);
    assert.deepEqual(answerOf(none), { params: [] });
  });
});
