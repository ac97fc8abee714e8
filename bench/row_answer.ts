import process from "node:process";
import { openRowAnswers } from "@/pipeline/diagnosis/row_answers.ts";
import { openEvidence } from "@/pipeline/diagnosis/evidence.ts";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable, type TrainingTable } from "@/pipeline/model/training_table.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";
import { simulatedRows } from "@/tests/pipeline/simulator/simulated_rows.ts";

const errorRate = 0.05;

/**
 * How long the answer for one row takes, warm and on one thread: the explanation alone, the quick answer (what one
 * waits for while dragging a value) and the full one, for boosted trees of A10 (107 columns, 600 trees) and of the
 * simulator (109 columns, nine classes, 900 trees) and for other learners; beside XGBoost's `pred_contribs` of one
 * row. Usage: `row_answer.ts [rows]`.
 */
async function main(rows: number): Promise<void> {
  const simulated = simulatedTable();
  const others = ["random-forest", "support-vector-machine", "k-nearest-neighbours"];
  const path = sharedFile("data/a10/train_5809.csv");
  if (path !== undefined) {
    const a10 = await readTrainingTable(path, { label: "label", id: "sample_id" }, {}, () => {});
    await measure("A10, gradient boosting", a10, "gradient-boosting", rows);
    if (pythonHas("xgboost")) console.log(runPython(peer, path, String(rows)).trimEnd());
  }
  await measure("simulated, gradient boosting", simulated, "gradient-boosting", rows);
  for (const learner of [...others, "multilayer-perceptron"]) {
    await measure(`simulated, ${learner}`, simulated, learner, Math.ceil(rows / 4));
  }
}

async function measure(
  name: string,
  table: TrainingTable,
  learner: string,
  rows: number,
): Promise<void> {
  const training = { folds: 3, keepRows: true };
  const { bytes } = await trainModel(table, defaultRecipe(learner), training, quietContext(1));
  await using file = await openModelBytes(bytes, name);
  const { card, model } = file;
  const started = performance.now();
  await using answers = openRowAnswers(file);
  const width = table.matrix.names.length;
  const step = Math.floor(table.matrix.rows / rows);
  const rowOf = (index: number): Float32Array =>
    table.matrix.values.slice(index * step * width, (index * step + 1) * width);
  await answers.answer(rowOf(0), { errorRate, detail: "full" });
  const first = performance.now() - started;
  await using evidence = await openEvidence(file, file.onnx(), file.summary());

  const times = { evidence: [] as number[], quick: [] as number[], full: [] as number[] };
  let flips = 0, processor = 0;
  for (let index = 0; index < rows; index++) {
    const values = rowOf(index);
    const probabilities = await model.runProbabilities(values, 1);
    const own = predictedClasses(probabilities, card.classes.length, card.decision_weights)[0]!;
    const row = { values, probabilities, own, runnerUp: -1, normal: -1 };
    times.evidence.push(await timed(() => evidence.find(row)));
    times.quick.push(await timed(() => answers.answer(values, { errorRate, detail: "quick" })));
    const before = process.cpuUsage();
    times.full.push(
      await timed(async () => {
        const { flip } = await answers.answer(values, { errorRate, detail: "full" });
        if (flip !== null) flips++;
      }),
    );
    const { user, system } = process.cpuUsage(before);
    processor += user + system;
  }
  const each = (processor / 1000 / rows).toFixed(1);
  console.log(`${name} (${rows} rows; made ready in ${first.toFixed(0)} ms; ${flips} flip)`);
  console.log(`  full      processor time ${each} ms`);
  for (const [part, taken] of Object.entries(times)) {
    console.log(`  ${part.padEnd(9)} ${line(taken)}`);
  }
}

function simulatedTable(): TrainingTable {
  const { matrix, labels, groups } = simulatedRows(5000, 1);
  return {
    matrix,
    labels,
    groups,
    times: null,
    features: matrix.names.map((name) => ({ name, type: "number" })),
    columns: { label: "fault", id: null, group: "incident", time: null, ignored: [] },
    source: { name: "simulated", sha256: "" },
    unlabelled: 0,
    quarantined: 0,
    notices: [],
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function line(milliseconds: number[]): string {
  const sorted = milliseconds.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(1);
  return `median ${at(0.5)} ms  95 % ${at(0.95)} ms  most ${at(1)} ms`;
}

const peer = `
import sys, time
import numpy as np
import pandas as pd
import xgboost
table = pd.read_csv(sys.argv[1])
X = table.drop(columns=["label", "sample_id"]).to_numpy(np.float32)
params = {"objective": "multi:softprob", "num_class": 6, "max_depth": 6, "eta": 0.1,
          "tree_method": "hist", "nthread": 1}
booster = xgboost.train(params, xgboost.DMatrix(X, table.label), num_boost_round=100)
times = []
for row in range(int(sys.argv[2]) + 1):
    start = time.perf_counter()
    booster.predict(xgboost.DMatrix(X[row:row + 1], nthread=1), pred_contribs=True)
    times.append(1000 * (time.perf_counter() - start))
times = sorted(times[1:])
print(f"  XGBoost's pred_contribs of one row: median {times[len(times) // 2]:.1f} ms"
      f"  95 % {times[int(0.95 * (len(times) - 1))]:.1f} ms")
`;

if (import.meta.main) await main(Number(Deno.args[0] ?? 200));
