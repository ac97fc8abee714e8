import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readTable } from "@/pipeline/table/read_table.ts";
import { healer, healerCommand, problemOf, temporaryFolder } from "./healer.ts";

const classes = ["ok", "\x1b[31mred"];

/** Two classes that `cpu` tells apart. */
function rows(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, row) => `k${row},${row % 2 * 50 + row % 9},${row % 7},${classes[row % 2]}`,
  );
  return ["diagnosis,cpu,disk,fault", ...lines].join("\n") + "\n";
}

function namesIn(folder: string): string[] {
  return Array.from(Deno.readDirSync(folder), ({ name }) => name).sort();
}

describe("what the command line writes", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let table: string;
  let model: string;
  const train = (out: string) =>
    healer(["train", table, "--label", "fault", "--param", "trees=5", "--out", out, "--json"]);

  before(async () => {
    folder = await temporaryFolder();
    table = folder.path("table.csv");
    model = folder.path("model.onnx");
    await Deno.writeTextFile(table, rows(60));
    const run = await train(model);
    assert.equal(run.code, 0, run.stderr);
  });
  after(async () => await folder[Symbol.asyncDispose]());

  it("never stands on an input, by whatever name", async () => {
    const link = folder.path("link.csv");
    await Deno.symlink("table.csv", link);
    for (const out of [table, link]) {
      for (const run of [await train(out), await healer(["diagnose", model, link, "--out", out])]) {
        assert.equal(run.code, 2);
        assert.match(run.stderr, /read by the same command/);
      }
    }
    assert.equal(await Deno.readTextFile(table), rows(60));
  });

  it("never takes the place of a device or a pipe", async () => {
    for (const ending of ["csv", "json", "parquet"]) {
      const pipe = folder.path(`pipe.${ending}`);
      const made = await new Deno.Command("mkfifo", { args: [pipe] }).output();
      assert.ok(made.success);
      const run = await healer(["diagnose", model, table, "--out", pipe, "--json"]);
      assert.equal(problemOf(run).code, "file/not-writable");
      assert.ok((await Deno.lstat(pipe)).isFifo);
    }
  });

  it("has all columns where the table has no rows", async () => {
    await Deno.writeTextFile(folder.path("none.csv"), "cpu,disk\n");
    const expected = ["row", "diagnosis", "confidence", "runner_up", "p_\x1b[31mred", "p_ok"];
    for (const ending of ["csv", "json", "parquet"]) {
      const out = folder.path(`none.out.${ending}`);
      const run = await healer(["diagnose", model, folder.path("none.csv"), "--out", out]);
      assert.equal(run.code, 0, run.stderr);
    }
    assert.equal(await Deno.readTextFile(folder.path("none.out.json")), "[]\n");
    const parquet = await import("nodejs-polars").then(({ default: pl }) =>
      pl.scanParquet(folder.path("none.out.parquet")).collectSync()
    );
    assert.deepEqual([parquet.height, parquet.columns], [0, [...expected, "warnings"]]);
  });

  it("keeps an id column that bears the name of a result column, as `id`", async () => {
    for (const ending of ["csv", "json", "parquet"]) {
      const out = folder.path(`ids.${ending}`);
      const run = await healer(["diagnose", model, table, "--id", "diagnosis", "--out", out]);
      assert.equal(run.code, 0, run.stderr);
    }
    const json: unknown = JSON.parse(await Deno.readTextFile(folder.path("ids.json")));
    assert.ok(Array.isArray(json));
    assert.deepEqual([json[59].id, json[59].diagnosis], ["k59", "\x1b[31mred"]);
    for (const ending of ["csv", "parquet"]) {
      const { frame } = await readTable(folder.path(`ids.${ending}`));
      assert.deepEqual(frame.columns.slice(0, 2), ["id", "diagnosis"]);
      assert.equal(frame.getColumn("id").get(59), "k59");
    }
  });

  it("sends no escape sequence of a class name to the terminal", async () => {
    const run = await healer(["evaluate", model, table]);
    assert.equal(run.code, 0, run.stderr);
    assert.match(run.stdout, /\\u001b\[31mred/);
    assert.ok(!run.stdout.includes("\x1b"));
  });

  it("leaves nothing behind when it is stopped in the middle", async () => {
    await using own = await temporaryFolder();
    const out = own.path("cluster.csv");
    const child = healerCommand(["simulate", "--rows", "5000000", "--out", out, "--json"]).spawn();
    while (namesIn(own.path("")).length === 0) await new Promise((wake) => setTimeout(wake, 20));
    child.kill("SIGINT");
    const { code, stdout } = await child.output();
    assert.equal(code, 1);
    assert.equal(JSON.parse(new TextDecoder().decode(stdout)).error.code, "run/cancelled");
    assert.deepEqual(namesIn(own.path("")), []);
  });

  it("ends quietly when nobody reads it any more", async () => {
    const child = healerCommand(["evaluate", model, table, "--json"]).spawn();
    await child.stdout.cancel();
    const { code } = await child.status;
    const stderr = await new Response(child.stderr).text();
    assert.deepEqual([code, /error/i.test(stderr)], [0, false], stderr);
  });
});
