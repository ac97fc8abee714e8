import { macroF1 } from "@/pipeline/evaluation/classification_metrics.ts";
import { confusionMatrix, predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { findLearner, parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import type { LabelledRows } from "@/tests/pipeline/learners/labelled_rows.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/** One training of a forest: seconds, and macro-F1 on incidents that it has not seen. */
interface Measurement {
  readonly fit: number;
  readonly predict: number;
  readonly score: number;
}

/**
 * How long forests of 300 trees take to learn DBSherlock's training incidents on two cores, and how well they
 * then tell the causes of the others, beside scikit-learn with two jobs, where Debian's python3-sklearn is
 * installed. All take turns, one seed a round; what is printed are medians. Usage: `forest.ts [rounds]`.
 */
async function main(rounds: number): Promise<void> {
  const train = sharedFile("data/dbsherlock/train.csv");
  const dev = sharedFile("data/dbsherlock/dev.csv");
  if (train === undefined || dev === undefined) {
    console.log("Cannot measure the forests: ../shared/data/dbsherlock is not on this machine.");
    return;
  }
  const known = await readLabelledFile(train, "fault", ["case_id"]);
  const unknown = await readLabelledFile(dev, "fault", ["case_id"], known.labels.classes);
  const hasPeer = pythonHas("sklearn");
  if (!hasPeer) console.log("Without scikit-learn: python3-sklearn is not installed.");
  const runs = new Map<string, Measurement[]>();
  for (let seed = 0; seed < rounds; seed++) {
    for (const [name, run] of contenders(known, unknown, hasPeer ? [train, dev] : null)) {
      runs.set(name, [...runs.get(name) ?? [], await run(seed)]);
    }
  }
  console.log(`Medians of ${rounds} rounds, 300 trees:`);
  for (const [name, measured] of runs) {
    const [fit, predict, score] = (["fit", "predict", "score"] as const).map((key) =>
      median(measured.map((measurement) => measurement[key]))
    );
    console.log(
      `${name.padEnd(42)} fit ${fit!.toFixed(2)} s  predict ${predict!.toFixed(2)} s  ` +
        `macro-F1 ${score!.toFixed(4)}`,
    );
  }
}

type Contender = [name: string, run: (seed: number) => Promise<Measurement> | Measurement];

function contenders(
  known: LabelledRows,
  unknown: LabelledRows,
  peerFiles: readonly [string, string] | null,
): Contender[] {
  const ours = (learner: string, threads: number, params: Record<string, unknown> = {}) =>
  (
    seed: number,
  ): Promise<Measurement> => measure(known, unknown, { learner, threads, params, seed });
  const peer = (estimator: string) => (seed: number): Measurement =>
    JSON.parse(runPython(peerProgram, ...peerFiles ?? [], estimator, String(seed)));
  const peers: Contender[] = [
    ["scikit-learn's random forest, 2 jobs", peer("RandomForestClassifier")],
    ["scikit-learn's extra trees, 2 jobs", peer("ExtraTreesClassifier")],
  ];
  return [
    ["random forest, 1 thread", ours("random-forest", 1)],
    ["random forest, 2 threads", ours("random-forest", 2)],
    ["random forest, scikit-learn's defaults", ours("random-forest", 2, scikitDefaults)],
    ["extra trees, 2 threads", ours("extra-trees", 2)],
    ["extra trees, scikit-learn's defaults", ours("extra-trees", 2, scikitDefaults)],
    ...(peerFiles === null ? [] : peers),
  ];
}

const scikitDefaults = { maxFeatures: "sqrt", minSamplesLeaf: 1 };

async function measure(
  known: LabelledRows,
  unknown: LabelledRows,
  { learner: name, threads, params, seed }: {
    learner: string;
    threads: number;
    params: Record<string, unknown>;
    seed: number;
  },
): Promise<Measurement> {
  const learner = findLearner(name);
  const context = { ...quietContext(seed), threads, notice: () => {} };
  const start = performance.now();
  const parsed = parseLearnerParams(learner, params);
  const fitted = await learner.fit(known.matrix, known.labels, parsed, context);
  const fit = performance.now();
  const probabilities = learner.predict(fitted, unknown.matrix);
  const end = performance.now();
  const classCount = known.labels.classes.length;
  const predicted = predictedClasses(probabilities, classCount);
  const score = macroF1(confusionMatrix(unknown.labels, predicted).counts, classCount);
  return { fit: (fit - start) / 1000, predict: (end - fit) / 1000, score };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const peerProgram = `
import json, sys, time
import pandas as pd
import sklearn.ensemble
from sklearn.metrics import f1_score
train, dev = (pd.read_csv(path).drop(columns="case_id") for path in sys.argv[1:3])
X, Xt = (table.drop(columns="fault").to_numpy(float) for table in (train, dev))
estimator = getattr(sklearn.ensemble, sys.argv[3])
start = time.perf_counter()
model = estimator(300, random_state=int(sys.argv[4]), n_jobs=2).fit(X, train.fault)
fit = time.perf_counter()
predicted = model.predict(Xt)
end = time.perf_counter()
score = f1_score(dev.fault, predicted, average="macro")
print(json.dumps({"fit": fit - start, "predict": end - fit, "score": score}))
`;

if (import.meta.main) await main(Number(Deno.args[0] ?? 5));
