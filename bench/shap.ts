import process from "node:process";
import { treeShap, treeShapBase } from "@/pipeline/evaluation/tree_shap.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import {
  matrixOfCase,
  readXgboostCases,
  treesOfCase,
} from "@/tests/pipeline/evaluation/xgboost_trees.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * How long exact TreeSHAP takes for 1,000 rows of A10 and 600 trees that XGBoost has grown (six classes, 100
 * rounds), beside XGBoost's own `pred_contribs` on the same trees and rows, each on one core, and how far the
 * two are apart. Usage: `shap.ts [rounds]`.
 */
function main(rounds: number): void {
  const train = sharedFile("data/a10/train_5809.csv");
  if (train === undefined || !pythonHas("xgboost")) {
    console.log("Cannot measure TreeSHAP: it takes ../shared/data/a10 and python3-xgboost.");
    return;
  }
  const [each] = readXgboostCases(runPython(peer, train, String(rounds)));
  if (each === undefined) throw new Error("The peer printed no case.");
  for (const line of each.name.split("; ")) console.log(line);
  const trees = treesOfCase(each);
  const matrix = matrixOfCase(each);
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    const start = performance.now();
    const contributions = treeShap(trees, matrix, {}, quietContext());
    const seconds = (performance.now() - start) / 1000;
    const { user } = process.cpuUsage(before);
    console.log(line("ours, all classes", seconds, user / 1e6));
    if (round > 0) continue;
    const expected = each.contributions.flat().flatMap((row) => row.slice(0, -1));
    const apart = expected.map((value, place) => Math.abs(value - contributions[place]!));
    console.log(`largest difference ${apart.reduce((a, b) => Math.max(a, b), 0).toExponential(1)}`);
  }
  const outputOf = Int32Array.from(each.margins, (row) => row.flat().indexOf(Math.max(...row)));
  const start = performance.now();
  treeShap(trees, matrix, { outputOf }, quietContext());
  treeShapBase(trees);
  console.log(line("ours, class of each row", (performance.now() - start) / 1000));
}

function line(name: string, wall: number, cpu?: number): string {
  const beside = cpu === undefined ? "" : `  cpu ${cpu.toFixed(2)} s`;
  return `${name.padEnd(26)} wall ${wall.toFixed(2)} s${beside}`;
}

const peer = `
import json, sys, time
import numpy as np
import pandas as pd
import xgboost
table = pd.read_csv(sys.argv[1])
X = table.drop(columns=["label", "sample_id"], errors="ignore").to_numpy(np.float32)
data = xgboost.DMatrix(X, table.label)
params = {"objective": "multi:softprob", "num_class": 6, "max_depth": 6, "eta": 0.1,
          "tree_method": "hist", "nthread": 1}
booster = xgboost.train(params, data, num_boost_round=100)
shown = xgboost.DMatrix(X[:1000])
lines = []
for _ in range(int(sys.argv[2])):
    start, cpu = time.perf_counter(), time.process_time()
    contributions = booster.predict(shown, pred_contribs=True)
    lines.append(f"{'XGBoost, all classes':26} wall {time.perf_counter() - start:.2f} s"
                 f"  cpu {time.process_time() - cpu:.2f} s")
model = json.loads(booster.save_raw("json"))["learner"]["gradient_booster"]["model"]
print(json.dumps({
    "name": "; ".join(lines),
    "outputs": 6,
    "rows": [[None if np.isnan(v) else float(v) for v in row] for row in X[:1000]],
    "outputOfTree": model["tree_info"],
    "trees": [{"feature": t["split_indices"], "condition": t["split_conditions"],
               "defaultLeft": [int(left) for left in t["default_left"]],
               "left": t["left_children"], "right": t["right_children"],
               "cover": t["sum_hessian"]} for t in model["trees"]],
    "margins": booster.predict(shown, output_margin=True).tolist(),
    "contributions": contributions.tolist(),
}))
`;

if (import.meta.main) main(Number(Deno.args[0] ?? 3));
