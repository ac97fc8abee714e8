import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { z } from "zod";
import { answerOf, healer, healerCommand, problemOf, temporaryFolder } from "./healer.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let table = "";

before(async () => {
  folder = await temporaryFolder();
  table = folder.path("table.csv");
  const rows = Array.from({ length: 240 }, (_, row) => {
    const kind = row % 3;
    const [one, two] = [Math.sin(row * 7) + kind, Math.cos(row * 3) * (kind + 1)];
    return [Math.floor(row / 6), one.toFixed(4), two.toFixed(4), "abc"[kind]].join(",");
  });
  await Deno.writeTextFile(table, ["incident,load,wait,fault", ...rows, ""].join("\n"));
});
after(async () => await folder[Symbol.asyncDispose]());

function training(out: string, ...more: string[]): string[] {
  const roles = ["--label", "fault", "--group", "incident"];
  return ["train", table, ...roles, "--folds", "4", "--out", out, ...more];
}

/** Resolves once the journal beside a model has so many lines. */
async function linesIn(out: string, count: number): Promise<void> {
  for (;;) {
    const text = await Deno.readTextFile(`${out}.trials.jsonl`).catch(() => "");
    if (text.split("\n").length > count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const leaderboardSchema = z.array(z.looseObject({
  state: z.string(),
  words: z.object({ en: z.string(), zh: z.string() }),
  macro_f1: z.number().nullable(),
  is_chosen: z.boolean(),
  recipe: z.object({ learner: z.object({ name: z.string() }) }),
}));

describe("healer train with a search", () => {
  it("that was killed goes on and gives what it would have given, as does its replay", async () => {
    const [whole, killed, again] = ["whole", "killed", "again"].map((name) =>
      folder.path(`${name}.onnx`)
    ) as [string, string, string];
    const search = ["--learner", "decision-tree", "--trials", "25"];
    const trained = await healer(training(whole, ...search, "--json"));
    assert.equal(trained.code, 0, trained.stderr);
    const leaderboard = leaderboardSchema.parse(answerOf(trained).leaderboard);
    assert.equal(leaderboard.length, 25);
    assert.equal(leaderboard.filter(({ is_chosen }) => is_chosen).length, 1);
    assert.ok(leaderboard.some(({ recipe }) => recipe.learner.name === "dummy"));

    const child = healerCommand(training(killed, ...search)).spawn();
    await linesIn(killed, 4);
    child.kill("SIGKILL");
    await Promise.all([child.status, child.stdout.cancel(), child.stderr.cancel()]);
    assert.equal(await Deno.stat(killed).catch(() => null), null);
    const resumed = await healer(training(killed, ...search));
    assert.equal(resumed.code, 0, resumed.stderr);
    assert.match(resumed.stderr, /An earlier run of this search left \d+ trials/);
    assert.deepEqual(await Deno.readFile(killed), await Deno.readFile(whole));

    const replay = await healer(["replay", `${killed}.trials.jsonl`, table, "--out", again]);
    assert.equal(replay.code, 0, replay.stderr);
    assert.deepEqual(await Deno.readFile(again), await Deno.readFile(whole));
  });

  it("takes the best so far at Ctrl-C, and says so", async () => {
    const out = folder.path("interrupted.onnx");
    const options = ["--learner", "auto", "--budget", "500", "--json"];
    const child = healerCommand(training(out, ...options)).spawn();
    await linesIn(out, 4);
    child.kill("SIGINT");
    const { code, stdout, stderr } = await child.output();
    assert.equal(code, 0, new TextDecoder().decode(stderr));
    const answer = JSON.parse(new TextDecoder().decode(stdout));
    const leaderboard = leaderboardSchema.parse(answer.leaderboard);
    assert.ok(leaderboard.length >= 3);
    assert.match(new TextDecoder().decode(stderr), /The search was ended after \d+ trials/);
    assert.ok((await Deno.stat(out)).size > 1000);
  });

  it("lists what was tried, in both languages", async () => {
    const out = folder.path("listed.onnx");
    const search = ["--learner", "decision-tree", "--trials", "3"];
    const english = await healer(training(out, ...search));
    assert.match(english.stdout, /^recipe +macro-F1 +± +log-loss/);
    assert.match(english.stdout, /^\* Decision tree/m);
    assert.match(english.stdout, /^ {2}Baseline/m);
    const chinese = await healer(training(out, ...search, "--lang", "zh"));
    assert.match(chinese.stdout, /^方案/);
    assert.match(chinese.stdout, /^\* 决策树/m);
  });

  it("refuses what does not go together with a search", async () => {
    const out = folder.path("refused.onnx");
    const search = ["--learner", "decision-tree", "--trials", "3", "--json"];
    for (const more of [["--param", "maxDepth=3"], ["--folds", "0"]]) {
      const run = await healer(training(out, ...search, ...more));
      assert.equal(run.code, 2);
      assert.equal(problemOf(run).code, "usage/not-in-a-search");
    }
    const both = await healer(training(out, ...search, "--budget", "5"));
    assert.equal(both.code, 2);
    const absent = await healer(["replay", out, table, "--out", out + "2", "--json"]);
    assert.equal(problemOf(absent).code, "tuning/no-journal");
  });
});
