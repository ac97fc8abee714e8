import { macroF1 } from "@/pipeline/evaluation/classification_metrics.ts";
import { confusionMatrix, predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import type { Split } from "@/pipeline/evaluation/split.ts";
import { planSplits } from "@/pipeline/evaluation/splits.ts";
import { multilayerPerceptron } from "@/pipeline/learners/multilayer_perceptron.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { applySteps, fitSteps, type StepList } from "@/pipeline/steps/step_chain.ts";
import { takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import type { LabelledRows } from "@/tests/pipeline/learners/labelled_rows.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * How long a network of three layers of 200 units takes for 60 epochs, and how well it then tells classes,
 * beside scikit-learn's MLPClassifier with the same layers on the same rows: 5-fold on A10, and trained on
 * DBSherlock's training incidents and scored on the others. Holes are filled with medians and columns
 * standardised for both; a last line is ours with all its defaults. Each line tells the median time of a fit.
 * Compare within a run on the otherwise idle machine. Usage: `mlp.ts [rounds] [threads]`.
 */
async function main(rounds: number, threads: number): Promise<void> {
  const a10 = sharedFile("data/a10/train_5809.csv");
  const train = sharedFile("data/dbsherlock/train.csv"),
    dev = sharedFile("data/dbsherlock/dev.csv");
  if (a10 === undefined || train === undefined || dev === undefined) {
    console.log("Cannot measure the network: ../shared/data is not on this machine.");
    return;
  }
  const rows = await readLabelledFile(a10, "label", ["sample_id"]);
  const { splits } = planSplits({ kind: "k-fold", folds: 5, labels: rows.labels, seed: 0 });
  await compare("A10, 5-fold", splits.map((split) => partsOf(rows, split)), threads);
  const known = await readLabelledFile(train, "fault", ["case_id"]);
  const unknown = await readLabelledFile(dev, "fault", ["case_id"], known.labels.classes);
  await compare("DBSherlock", Array.from({ length: rounds }, () => [known, unknown]), threads);
}

/** Rows to train on and rows to test on. */
type Parts = readonly [train: LabelledRows, test: LabelledRows];

function partsOf({ matrix, labels }: LabelledRows, { train, test }: Split): Parts {
  const [known, unknown] = [train, test].map((rows) => ({
    matrix: takeRows(matrix, rows),
    labels: takeLabels(labels, rows),
  }));
  return [known!, unknown!];
}

/** A learner's time for one fit, in seconds, and its score. */
interface Measured {
  readonly fit: number;
  readonly score: number;
}

/** Measures ours and the peer's in turn on each of `parts`, the seed being the position. */
async function compare(name: string, parts: readonly Parts[], threads: number): Promise<void> {
  const hasPeer = pythonHas("sklearn");
  const ours: Measured[] = [], peers: Measured[] = [], defaults: Measured[] = [];
  for (const [seed, [train, test]] of parts.entries()) {
    ours.push(await measure(train, test, likePeer, plainSteps, threads, seed));
    if (hasPeer) peers.push(await measurePeer(train, test, seed));
    defaults.push(await measure(train, test, {}, defaultSteps, threads, seed));
  }
  console.log(line(`${name}: ours, ${threads} threads`, ours));
  console.log(hasPeer ? line(`${name}: scikit-learn`, peers) : "Without python3-sklearn.");
  console.log(line(`${name}: ours, our defaults`, defaults));
}

/** The layers and epochs of the peer, on all rows as it; the rest as we would have it. */
const likePeer = { layers: [200, 200, 200], epochs: 60, earlyStopping: false, batchSize: 200 };

const plainSteps: StepList = [{ step: "impute", params: {} }, { step: "scale", params: {} }];
const defaultSteps: StepList = multilayerPerceptron.defaultSteps
  .map(({ step, params = {} }) => ({ step, params }));

async function measure(
  train: LabelledRows,
  test: LabelledRows,
  params: Record<string, unknown>,
  stepList: StepList,
  threads: number,
  seed: number,
): Promise<Measured> {
  const context = { ...quietContext(seed), threads, notice: () => {} };
  const { steps, rows } = fitSteps(stepList, train, context);
  const parsed = parseLearnerParams(multilayerPerceptron, params);
  const start = performance.now();
  const fitted = await multilayerPerceptron.fit(rows.matrix, rows.labels, parsed, context);
  const fit = (performance.now() - start) / 1000;
  const classCount = train.labels.classes.length;
  const probabilities = multilayerPerceptron.predict(fitted, applySteps(steps, test.matrix));
  const predicted = predictedClasses(probabilities, classCount);
  return { fit, score: macroF1(confusionMatrix(test.labels, predicted).counts, classCount) };
}

/** Trains the peer on the same rows, which it reads from files of raw numbers. */
async function measurePeer(
  train: LabelledRows,
  test: LabelledRows,
  seed: number,
): Promise<Measured> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, { matrix, labels }] of Object.entries({ train, test })) {
      await Deno.writeFile(`${folder}/${name}.f32`, new Uint8Array(matrix.values.slice().buffer));
      await Deno.writeFile(`${folder}/${name}.i32`, new Uint8Array(labels.codes.slice().buffer));
    }
    const [fit, score] = runPython(peer, folder, String(train.matrix.names.length), String(seed))
      .trim().split(" ").map(Number);
    return { fit: fit!, score: score! };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const peer = `
import sys, time, warnings
warnings.filterwarnings("ignore")
import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.metrics import f1_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
folder, width, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
def read(name):
    values = np.fromfile(f"{folder}/{name}.f32", "float32").reshape(-1, width).astype(float)
    return values, np.fromfile(f"{folder}/{name}.i32", "int32")
(X, y), (Xt, yt) = read("train"), read("test")
steps = make_pipeline(SimpleImputer(strategy="median"), StandardScaler()).fit(X)
X, Xt = steps.transform(X), steps.transform(Xt)
start = time.perf_counter()
model = MLPClassifier((200, 200, 200), max_iter=60, random_state=seed).fit(X, y)
fit = time.perf_counter() - start
print(fit, f1_score(yt, model.predict(Xt), average="macro"))
`;

function line(name: string, measured: readonly Measured[]): string {
  const times = measured.map(({ fit }) => fit).sort((a, b) => a - b);
  const score = measured.reduce((sum, each) => sum + each.score, 0) / measured.length;
  const median = times[Math.floor(times.length / 2)]!;
  return `${name.padEnd(36)} fit ${median.toFixed(2)} s  macro-F1 ${score.toFixed(4)}`;
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 3), Number(Deno.args[1] ?? 2));
