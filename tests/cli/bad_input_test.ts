import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pl from "nodejs-polars";
import { answerOf, healer, problemOf, temporaryFolder } from "./healer.ts";

const features = ["cpu_pct", "disk_ms", "net_bytes"];

/** Two classes that differ in cpu_pct; cells can be put in place of the usual ones by row. */
function table(
  rows: number,
  options: {
    cells?: Record<number, string[]>;
    header?: string[];
    label?: (row: number) => string;
  } = {},
): string {
  const label = options.label ?? ((row: number) => row % 2 === 0 ? "normal" : "cpu");
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = options.cells?.[row] ??
      [String(row % 2 === 0 ? 10 + row % 7 : 90 - row % 7), String(row * 1.5), String(row * 1000)];
    return [...cells, label(row)].join(",");
  });
  return [(options.header ?? [...features, "fault"]).join(","), ...lines].join("\n") + "\n";
}

function halfParquet(): Uint8Array {
  const whole = pl.DataFrame({ cpu: [1, 2, 3], fault: ["a", "b", "a"] }).writeParquet();
  return Uint8Array.from(whole.subarray(0, whole.length / 2));
}

describe("healer train", () => {
  const train = (path: string, out: string, ...more: string[]) =>
    healer([
      "train",
      path,
      "--label",
      "fault",
      "--param",
      "trees=5",
      "--folds",
      "0",
      "--out",
      out,
      "--json",
      ...more,
    ]);

  const failing: [string, string | Uint8Array, string][] = [
    ["an empty file", "", "table/empty-file"],
    ["a header only", "a,b,fault\n", "table/no-rows"],
    ["one row", table(1), "role/single-class"],
    ["one class", table(30, { label: () => "normal" }), "role/single-class"],
    ["an absent label", "a,b\n1,2\n3,4\n", "role/absent-column"],
    ["a label without any value", table(30, { label: () => "" }), "role/no-labels"],
    [
      "a binary file named .csv",
      Uint8Array.from({ length: 3000 }, (_, index) => index * 7 % 256),
      "table/not-a-table",
    ],
    ["half a Parquet", halfParquet(), "table/broken-parquet"],
    ["no feature", "name,fault\nx,a\ny,b\nz,a\n", "model/no-features"],
  ];
  for (const [what, content, code] of failing) {
    it(`refuses ${what} with ${code}, leaving the input as it is and no output`, async () => {
      await using folder = await temporaryFolder();
      const [input, out] = [folder.path("input.csv"), folder.path("model.onnx")];
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      await Deno.writeFile(input, bytes);
      const run = await train(input, out);
      assert.equal(run.code, 1, run.stderr);
      assert.equal(problemOf(run).code, code, run.stderr);
      assert.match(run.stderr, /\nhint: ./);
      assert.deepEqual(await Deno.readFile(input), bytes);
      assert.deepEqual([...Deno.readDirSync(folder.path(""))].map((entry) => entry.name), [
        "input.csv",
      ]);
    });
  }

  it("names the columns that are close to an absent label", async () => {
    await using folder = await temporaryFolder();
    await Deno.writeTextFile(folder.path("t.csv"), table(20));
    const run = await healer([
      "train",
      folder.path("t.csv"),
      "--label",
      "falt",
      "--out",
      folder.path("m.onnx"),
    ]);
    assert.equal(run.code, 1);
    assert.match(run.stderr, /falt[\s\S]*"fault"/);
  });

  it("trains around flaws and says what it left out", async () => {
    await using folder = await temporaryFolder();
    const cells = {
      3: ["n/a", "", "5"],
      8: ["broken", "1", "2"],
      9: ["Infinity", "1", "2"],
      10: ["1e400", "1", "2"],
      11: ["1", "2", "3", "4", "5"],
    };
    const text = table(60, {
      cells,
      label: (row) => row === 20 ? "" : row % 2 === 0 ? "normal" : "cpu",
    });
    await Deno.writeTextFile(folder.path("t.csv"), text);
    const run = await train(folder.path("t.csv"), folder.path("m.onnx"));
    assert.equal(run.code, 0, run.stderr);
    const answer = answerOf(run);
    assert.deepEqual([answer.rows, answer.quarantined, answer.unlabelled], [55, 4, 1]);
    assert.match(run.stderr, /4 rows were set aside; the first, line 10: /);
    assert.match(run.stderr, /1 row without a label was left out/);
  });

  it("trains with a column that is all missing and with odd column names", async () => {
    await using folder = await temporaryFolder();
    const rows = Array.from(
      { length: 40 },
      (_, row) => `${row % 2},,${row},${row % 2 ? "😀" : "=1+1"}`,
    );
    await Deno.writeTextFile(folder.path("t.csv"), `__proto__,,温度,fault\n${rows.join("\n")}\n`);
    const run = await train(folder.path("t.csv"), folder.path("m.onnx"));
    assert.equal(run.code, 0, run.stderr);
    assert.deepEqual(answerOf(run).classes, ["=1+1", "😀"]);
  });

  it("sets a line of 10 MB aside", async () => {
    await using folder = await temporaryFolder();
    await Deno.writeTextFile(
      folder.path("t.csv"),
      `${table(30)}${"9".repeat(10_000_000)}\n1,2,3,cpu\n`,
    );
    const run = await train(folder.path("t.csv"), folder.path("m.onnx"));
    assert.equal(run.code, 0, run.stderr);
    assert.deepEqual([answerOf(run).rows, answerOf(run).quarantined], [31, 1]);
  });

  it("refuses an output path that cannot be written before it trains", async () => {
    await using folder = await temporaryFolder();
    await Deno.writeTextFile(folder.path("t.csv"), table(20));
    for (const out of [folder.path("absent/m.onnx"), folder.path(""), "/proc/m.onnx"]) {
      const run = await train(folder.path("t.csv"), out);
      assert.equal(run.code, 1);
      assert.equal(problemOf(run).code, "file/not-writable");
    }
  });
});

describe("healer diagnose", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let model: string;

  before(async () => {
    folder = await temporaryFolder();
    model = folder.path("model.onnx");
    await Deno.writeTextFile(folder.path("train.csv"), table(60));
    const run = await healer([
      "train",
      folder.path("train.csv"),
      "--label",
      "fault",
      "--param",
      "trees=20",
      "--folds",
      "0",
      "--out",
      model,
    ]);
    assert.equal(run.code, 0, run.stderr);
  });
  after(async () => await folder[Symbol.asyncDispose]());

  const diagnose = async (content: string, ...more: string[]) => {
    const out = folder.path("result.csv");
    await Deno.remove(out).catch(() => {});
    await Deno.writeTextFile(folder.path("rows.csv"), content);
    const run = await healer([
      "diagnose",
      model,
      folder.path("rows.csv"),
      "--out",
      out,
      "--json",
      ...more,
    ]);
    const text = run.code === 0 ? await Deno.readTextFile(out) : "";
    return { run, lines: text.trimEnd().split("\n") };
  };

  it("names missing features, at most five", async () => {
    const { run } = await diagnose("disk_ms,other\n1,2\n");
    assert.equal(run.code, 1);
    assert.equal(problemOf(run).code, "model/missing-features");
    assert.match(problemOf(run).message, /"cpu_pct", "net_bytes"/);
  });

  it("takes features in any order and ignores other columns with a notice", async () => {
    const usual = await diagnose("cpu_pct,disk_ms,net_bytes\n12,3,4000\n88,3,4000\n");
    const mixed = await diagnose("extra,net_bytes,cpu_pct,disk_ms\nx,4000,12,3\ny,4000,88,3\n");
    assert.equal(mixed.run.code, 0, mixed.run.stderr);
    assert.deepEqual(mixed.lines, usual.lines);
    assert.deepEqual(usual.lines.slice(1).map((line) => line.split(",")[1]), ["normal", "cpu"]);
    assert.match(mixed.run.stderr, /Ignored a column the model does not know: "extra"/);
  });

  it("gives every row a line, also those that cannot be read, and keeps their order", async () => {
    const { run, lines } = await diagnose(
      "cpu_pct,disk_ms,net_bytes\n12,3,4\nbroken,3,4\n1,2\n88,1e400,4\n,,\n90,1,1,1\n10,1,1\n",
    );
    assert.equal(run.code, 0, run.stderr);
    const cells = lines.slice(1).map((line) => line.split(","));
    assert.deepEqual(cells.map((row) => row[0]), ["1", "2", "3", "4", "5", "6", "7"]);
    assert.deepEqual(cells.map((row) => row[1] === ""), [
      false,
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
    assert.match(lines[2] ?? "", /cpu_pct: ""broken"" was read as missing/);
    assert.match(lines[3] ?? "", /line 4 was not read/);
    assert.match(lines[4] ?? "", /disk_ms: ""1e400"" was read as missing/);
    assert.match(lines[5] ?? "", /3 of 3 features are missing/);
    assert.equal(answerOf(run).unread_rows, 2);
  });

  it("refuses what is no model of ours", async () => {
    await Deno.writeTextFile(folder.path("rows.csv"), table(3));
    const bytes = await Deno.readFile(model);
    const files: [string, Uint8Array, RegExp][] = [
      ["empty", new Uint8Array(), /^onnx\//],
      ["text", new TextEncoder().encode("not a model"), /^onnx\//],
      ["half", bytes.slice(0, bytes.length / 2), /^(onnx|model)\//],
    ];
    for (const [name, content, code] of files) {
      await Deno.writeFile(folder.path(name), content);
      const out = folder.path("none.csv");
      const run = await healer([
        "diagnose",
        folder.path(name),
        folder.path("rows.csv"),
        "--out",
        out,
        "--json",
      ]);
      assert.equal(run.code, 1, run.stderr);
      assert.match(problemOf(run).code, code);
      assert.equal(problemOf(run).file, folder.path(name));
      await assert.rejects(Deno.stat(out));
    }
  });

  it("refuses a result with an unknown ending as wrong usage", async () => {
    await Deno.writeTextFile(folder.path("rows.csv"), table(3));
    const run = await healer([
      "diagnose",
      model,
      folder.path("rows.csv"),
      "--out",
      folder.path("r.txt"),
    ]);
    assert.equal(run.code, 2);
    assert.match(run.stderr, /\.csv, \.json or \.parquet/);
  });

  it("keeps identifiers as they are and guards what a spreadsheet would run", async () => {
    const { lines } = await diagnose(
      "host,cpu_pct,disk_ms,net_bytes\n007,12,3,4\n-5,12,3,4\n=SUM(A1),12,3,4\n",
      "--id",
      "host",
    );
    assert.deepEqual(lines.map((line) => line.split(",")[0]), ["host", "007", "-5", "'=SUM(A1)"]);
  });
});
