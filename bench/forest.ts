import { macroF1 } from "@/pipeline/evaluation/classification_metrics.ts";
import { confusionMatrix, predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { randomForest } from "@/pipeline/learners/random_forest.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import type { LabelledRows } from "@/tests/pipeline/learners/labelled_rows.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * How long a random forest of 300 trees takes to learn DBSherlock's training incidents, and how well it then
 * tells the causes of the others, beside scikit-learn on one core, where Debian's python3-sklearn is installed.
 * Each line is one round on the otherwise idle machine: compare within a round. Usage: `forest.ts [rounds]`.
 */
async function main(rounds: number): Promise<void> {
  const train = sharedFile("data/dbsherlock/train.csv");
  const dev = sharedFile("data/dbsherlock/dev.csv");
  if (train === undefined || dev === undefined) {
    console.log("Cannot measure the forest: ../shared/data/dbsherlock is not on this machine.");
    return;
  }
  const known = await readLabelledFile(train, "fault", ["case_id"]);
  const unknown = await readLabelledFile(dev, "fault", ["case_id"], known.labels.classes);
  const hasPeer = pythonHas("sklearn");
  if (!hasPeer) console.log("Without scikit-learn: python3-sklearn is not installed.");
  for (let round = 0; round < rounds; round++) {
    console.log(await measure("ours, our defaults", known, unknown, {}, round));
    console.log(await measure("ours, scikit-learn's defaults", known, unknown, likeScikit, round));
    if (hasPeer) console.log(runPython(peer, train, dev, String(round)).trim());
  }
}

const likeScikit = { maxFeatures: "sqrt", minSamplesLeaf: 1 };

async function measure(
  name: string,
  known: LabelledRows,
  unknown: LabelledRows,
  params: Record<string, unknown>,
  seed: number,
): Promise<string> {
  const parsed = parseLearnerParams(randomForest, params);
  const context = { ...quietContext(seed), notice: () => {} };
  const start = performance.now();
  const fitted = await randomForest.fit(known.matrix, known.labels, parsed, context);
  const fit = performance.now();
  const probabilities = randomForest.predict(fitted, unknown.matrix);
  const end = performance.now();
  const classCount = known.labels.classes.length;
  const predicted = predictedClasses(probabilities, classCount);
  const score = macroF1(confusionMatrix(unknown.labels, predicted).counts, classCount);
  return line(name, (fit - start) / 1000, (end - fit) / 1000, score);
}

function line(name: string, fit: number, predict: number, score: number): string {
  return `${name.padEnd(30)} fit ${fit.toFixed(2)} s  predict ${predict.toFixed(2)} s  ` +
    `macro-F1 ${score.toFixed(4)}`;
}

const peer = `
import sys, time
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
train, dev = (pd.read_csv(path).drop(columns="case_id") for path in sys.argv[1:3])
X, Xt = (table.drop(columns="fault").to_numpy(float) for table in (train, dev))
start = time.perf_counter()
model = RandomForestClassifier(300, random_state=int(sys.argv[3]), n_jobs=1).fit(X, train.fault)
fit = time.perf_counter()
predicted = model.predict(Xt)
end = time.perf_counter()
score = f1_score(dev.fault, predicted, average="macro")
print(f"{'scikit-learn, one core':30} fit {fit - start:.2f} s  predict {end - fit:.2f} s  macro-F1 {score:.4f}")
`;

if (import.meta.main) await main(Number(Deno.args[0] ?? 3));
