import { cpuUsage } from "node:process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { openJudge } from "@/pipeline/diagnosis/judge.ts";
import { openRows } from "@/pipeline/diagnosis/open_rows.ts";
import { openResults } from "@/pipeline/diagnosis/result_files.ts";
import { writeDiagnoses } from "@/pipeline/diagnosis/write_diagnoses.ts";
import { openModelFile } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { simulatedRows } from "@/tests/pipeline/simulator/simulated_rows.ts";
import { pythonHas, runPython } from "@/tests/python.ts";

/**
 * A batch of 100,000 × 107 simulated rows of six classes, diagnosed and judged by a boosted model of 600 trees
 * from one CSV file into another: seconds of each stage, of all and until the first rows are there, and the same
 * as a command of its own; beside pandas and XGBoost, which do no more than predict. Medians over interleaved
 * rounds. Usage: `diagnose.ts [rounds]`.
 */
async function main(rounds: number): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await prepare(folder);
    const ours: Figures[] = [], theirs: Figures[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push({ ...await diagnose(folder), ...await runCommand(folder) });
      if (pythonHas("xgboost") && pythonHas("pandas")) {
        const answer: unknown = JSON.parse(runPython(peerProgram, folder));
        theirs.push(z.record(z.string(), z.number()).parse(answer));
      }
    }
    print("ours", ours);
    if (theirs.length > 0) print("pandas and XGBoost", theirs);
    else console.log("Without peer: python3-xgboost or python3-pandas is not installed.");
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Seconds by what they were spent on. */
type Figures = Readonly<Record<string, number>>;

const peerProgram = Deno.readTextFileSync(new URL("diagnose_peer.py", import.meta.url));
const asked = 100_000, known = 6000, columns = 107;

/** Writes `train.csv`, `rows.csv` and `model.onnx`. */
async function prepare(folder: string): Promise<void> {
  const { matrix, labels } = simulatedRows(2 * (asked + known), 1);
  const kept = [...labels.codes.keys()].filter((row) => labels.codes[row]! < 6);
  const names = matrix.names.slice(0, columns);
  const lineOf = (row: number): string => {
    const start = row * matrix.names.length;
    return Array.from(matrix.values.subarray(start, start + columns), cellText).join(",");
  };
  const write = async (name: string, rows: readonly number[], hasLabel: boolean) => {
    const head = ["sample_id", ...names, ...(hasLabel ? ["fault"] : [])].join(",");
    const lines = rows.map((row, index) =>
      `s${index},${lineOf(row)}${hasLabel ? `,${labels.classes[labels.codes[row]!]}` : ""}`
    );
    await Deno.writeTextFile(`${folder}/${name}`, `${head}\n${lines.join("\n")}\n`);
  };
  await write("train.csv", kept.slice(0, known), true);
  await write("rows.csv", kept.slice(known, known + asked), false);
  const roles = { label: "fault", id: "sample_id" };
  const table = await readTrainingTable(`${folder}/train.csv`, roles, {}, () => {});
  const recipe = defaultRecipe("gradient-boosting");
  const { bytes } = await trainModel(table, recipe, { folds: 5, keepRows: true }, quietContext(1));
  await Deno.writeFile(`${folder}/model.onnx`, bytes);
}

function cellText(value: number): string {
  return Number.isNaN(value) ? "" : String(Number(value.toPrecision(7)));
}

/** In this process, as in a kernel that runs already. */
async function diagnose(folder: string): Promise<Figures> {
  const before = cpuUsage();
  const started = performance.now();
  await using model = await openModelFile(`${folder}/model.onnx`);
  const judge = openJudge(model, { errorRate: 0.05 });
  const rows = await openRows(`${folder}/rows.csv`, model.card);
  await using results = await openResults(`${folder}/result.csv`, {
    idColumn: "sample_id",
    classes: model.card.classes,
    language: "en",
    details: true,
  });
  const opened = secondsSince(started);
  let first: number | undefined;
  const summary = await writeDiagnoses(model, rows, judge, results, () => {
    first ??= secondsSince(started);
  });
  const all = secondsSince(started);
  const { user, system } = cpuUsage(before);
  if (summary.rows !== asked) throw new Error(`There are ${summary.rows} rows.`);
  return {
    opening: opened,
    ...summary.seconds,
    "first rows": first ?? all,
    all,
    "processor time": (user + system) / 1e6,
  };
}

async function runCommand(folder: string): Promise<Figures> {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  const files = [`${folder}/model.onnx`, `${folder}/rows.csv`, "--out", `${folder}/result.csv`];
  const started = performance.now();
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "--allow-all", main, "diagnose", ...files, "--details", "--json"],
    stdout: "null",
    stderr: "null",
  }).output();
  if (!success) throw new Error("The command failed.");
  return { "as a command": secondsSince(started) };
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

function print(name: string, rounds: readonly Figures[]): void {
  console.log(`${name}, seconds`);
  for (const part of Object.keys(rounds[0] ?? {})) {
    const sorted = rounds.map((figures) => figures[part] ?? NaN).toSorted((a, b) => a - b);
    const median = sorted[sorted.length >> 1] ?? NaN;
    const speed = part === "all" || part === "as a command"
      ? `  ${Math.round(asked / median).toLocaleString("en")} rows/s`
      : "";
    console.log(`  ${part.padEnd(16)} ${median.toFixed(2)}${speed}`);
  }
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 3));
