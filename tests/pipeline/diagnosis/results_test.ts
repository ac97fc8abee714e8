import assert from "node:assert/strict";
import { describe, it } from "node:test";
import pl from "nodejs-polars";
import type { DiagnosisBatch } from "@/pipeline/diagnosis/diagnosis.ts";
import { judgementWarning } from "@/pipeline/diagnosis/judgement_warnings.ts";
import { openResults } from "@/pipeline/diagnosis/result_files.ts";
import { readTable } from "@/pipeline/table/read_table.ts";

const classes = ["=cmd|' /C calc'!A0", "a | b", "<script>alert(1)</script>", "长".repeat(1000)];
const ids = ["k1", "k1", "", 'say "no"', "k1"];
const details = ["verdict", "prediction_set", "novelty"];

/** Five rows: one class, all classes, none, unknown, unread. */
const batch: DiagnosisBatch = {
  rows: 5,
  ids,
  diagnosis: [classes[0]!, classes[1]!, classes[2]!, classes[3]!, null],
  confidence: Float32Array.of(0.97, 0.4, 0.5, 1, NaN),
  runnerUp: [classes[1]!, classes[0]!, classes[3]!, classes[0]!, null],
  probabilities: Float32Array.from([
    ...[0.97, 0.01, 0.01, 0.01, 0.2, 0.4, 0.2, 0.2, 0.1, 0.1, 0.5, 0.3, 0, 0, 0, 1],
    ...[NaN, NaN, NaN, NaN],
  ]),
  judgement: {
    sets: Uint8Array.from([1, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]),
    novelty: Float32Array.of(0.5, 0.25, 0.0625, 0.03125, NaN),
    verdicts: ["one", "several", "several", "unknown", "unread"],
  },
  warnings: new Map([[4, [{ en: "line 6 was not read", zh: "第 6 行未能读取" }]]]),
  fraction: 1,
};

const expectedSets = [[classes[0]], classes, [], [classes[3]], null];

async function written(ending: string, shown: DiagnosisBatch, hasDetails: boolean) {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/result.${ending}`;
  {
    await using results = await openResults(path, {
      idColumn: "id",
      classes,
      language: "en",
      details: hasDetails,
    });
    await results.write(shown);
    await results.write(shown);
    await results.finish();
  }
  return { path, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

/** The names of a prediction set, as those read them who have only what is documented of its column. */
function namesIn(cell: unknown): string[] | null {
  if (cell === null) return null;
  return cell === "" ? [] : String(cell).split(" | ").map((name) => name.replaceAll("\\|", "|"));
}

describe("results with details", () => {
  it("are numbers, texts and nulls in JSON, whatever the classes are called", async () => {
    await using file = await written("json", batch, true);
    const rows: Record<string, unknown>[] = JSON.parse(await Deno.readTextFile(file.path));
    assert.deepEqual(rows.map((row) => row.id), [...ids, ...ids]);
    assert.deepEqual(Object.keys(rows[0] ?? {}).slice(-4), ["warnings", ...details]);
    assert.deepEqual(rows.slice(5).map((row) => namesIn(row.prediction_set)), expectedSets);
    assert.deepEqual(rows.slice(0, 5).map((row) => row.verdict), batch.judgement.verdicts);
    const novelty = rows.slice(0, 5).map((row) => row.novelty);
    assert.deepEqual(novelty, [0.5, 0.25, 0.0625, 0.03125, null]);
  });

  it("are texts and float32 in Parquet", async () => {
    await using file = await written("parquet", batch, true);
    const frame = pl.scanParquet(file.path).collectSync();
    assert.deepEqual(frame.columns.slice(-4), ["warnings", ...details]);
    const types = details.map((name) => frame.getColumn(name).dtype.variant);
    assert.deepEqual(types, ["String", "String", "Float32"]);
    const cells = frame.getColumn("prediction_set").toArray();
    assert.deepEqual(cells.slice(5).map(namesIn), expectedSets);
    assert.deepEqual(frame.getColumn("id").toArray(), [...ids, ...ids]);
    assert.equal(frame.getColumn("novelty").get(4), null);
  });

  it("are read back from CSV, where no cell is taken for a formula", async () => {
    await using file = await written("csv", batch, true);
    const text = await Deno.readTextFile(file.path);
    for (const line of text.split("\n")) assert.ok(!/(^|,|")=cmd/.test(line), line);
    const { frame } = await readTable(file.path);
    assert.equal(frame.height, 10);
    const cells = frame.getColumn("prediction_set").toArray();
    assert.deepEqual(namesIn(cells[3]), expectedSets[3]);
    assert.deepEqual(namesIn(cells[1])?.slice(1), classes.slice(1));
    assert.deepEqual(frame.getColumn("verdict").toArray().slice(0, 5), batch.judgement.verdicts);
  });

  it("are empty where a model can judge nothing, and absent where nobody asks for them", async () => {
    const unjudged = {
      ...batch,
      judgement: {
        sets: null,
        novelty: null,
        verdicts: [null, null, null, null, "unread"] as const,
      },
    };
    {
      await using file = await written("json", unjudged, true);
      const [first, , , , last] = JSON.parse(await Deno.readTextFile(file.path));
      assert.deepEqual(details.map((name) => first[name]), [null, null, null]);
      assert.deepEqual(details.map((name) => last[name]), ["unread", null, null]);
    }
    for (const ending of ["csv", "parquet"]) {
      await using file = await written(ending, unjudged, false);
      assert.equal((await readTable(file.path)).frame.columns.at(-1), "warnings");
    }
  });
});

describe("warnings of a judgement", () => {
  it("say what else a row may be, briefly, in both languages", () => {
    const warnings = Array.from(
      { length: 5 },
      (_, row) => judgementWarning(batch.judgement, row, classes, classes[row] ?? "", 0.05),
    );
    assert.equal(warnings[0], null);
    assert.match(warnings[1]?.en ?? "", /^could also be "=cmd.*" \(95 % set\)$/);
    assert.match(warnings[1]?.zh ?? "", /^也可能是 .*（95% 预测集）$/);
    assert.ok((warnings[1]?.en.length ?? 0) < 250, "a class name of 1,000 characters is cut");
    assert.equal(warnings[2]?.en, "fits no class well (95 % set is empty)");
    assert.equal(warnings[3]?.en, "unlike the training data: perhaps an unknown fault");
    assert.equal(warnings[4], null);
  });
});
