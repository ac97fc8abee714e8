import process from "node:process";
import { macroF1 } from "@/pipeline/evaluation/classification_metrics.ts";
import { confusionMatrix, predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { supportVectorMachine } from "@/pipeline/learners/support_vector_machine.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { applySteps, fitSteps } from "@/pipeline/steps/step_chain.ts";
import { takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * How long the support vector machine takes to learn, and how well it then tells the faults, beside
 * scikit-learn's SVC, where Debian's python3-sklearn is installed: DBSherlock's training incidents and the
 * others, and A10's rows with every fifth held out. Ours always gives probabilities; scikit-learn is shown
 * with and without. Wall and processor seconds; compare within a round. Usage: `svm.ts [rounds] [threads]`.
 */
async function main(rounds: number, threads: number): Promise<void> {
  const tasks = [
    {
      name: "DBSherlock",
      label: "fault",
      files: ["data/dbsherlock/train.csv", "data/dbsherlock/dev.csv"],
    },
    { name: "A10", label: "label", files: ["data/a10/train_5809.csv"] },
  ];
  const hasPeer = pythonHas("sklearn");
  if (!hasPeer) console.log("Without scikit-learn: python3-sklearn is not installed.");
  for (const { name, label, files } of tasks) {
    const paths = files.flatMap((file) => sharedFile(file) ?? []);
    if (paths.length < files.length) {
      console.log(`Cannot measure on ${name}: ../shared/${files[0]} is not on this machine.`);
      continue;
    }
    const [known, unknown] = await preparedRows(paths, label);
    for (let round = 0; round < rounds; round++) {
      console.log(await measure(`${name}, ours`, known, unknown, threads));
      if (hasPeer) console.log(runPython(peer, name, label, ...paths).trim());
    }
  }
}

/** Rows to learn from and rows to judge by, holes at the median and columns standardised. */
async function preparedRows(
  [first, second]: readonly string[],
  label: string,
): Promise<[LabelledRows, LabelledRows]> {
  const all = await readLabelledFile(first!, label, ["case_id", "sample_id"]);
  const isHeldOut = (row: number): boolean => second === undefined && row % 5 === 0;
  const rows = [...all.labels.codes.keys()];
  const known = part(all, rows.filter((row) => !isHeldOut(row)));
  const unknown = second === undefined
    ? part(all, rows.filter(isHeldOut))
    : await readLabelledFile(second, label, ["case_id"], all.labels.classes);
  const list = [{ step: "impute", params: {} }, { step: "scale", params: {} }];
  const { steps, rows: prepared } = fitSteps(list, known, quietContext());
  return [prepared, { ...unknown, matrix: applySteps(steps, unknown.matrix) }];
}

function part({ matrix, labels }: LabelledRows, rows: readonly number[]): LabelledRows {
  return { matrix: takeRows(matrix, rows), labels: takeLabels(labels, rows) };
}

async function measure(
  name: string,
  known: LabelledRows,
  unknown: LabelledRows,
  threads: number,
): Promise<string> {
  const params = parseLearnerParams(supportVectorMachine, { C: 10 });
  const context = { ...quietContext(), threads, notice: () => {} };
  const start = performance.now(), startCpu = process.cpuUsage();
  const fitted = await supportVectorMachine.fit(known.matrix, known.labels, params, context);
  const fit = performance.now(), fitCpu = process.cpuUsage(startCpu);
  const probabilities = supportVectorMachine.predict(fitted, unknown.matrix);
  const end = performance.now();
  const classCount = known.labels.classes.length;
  const predicted = predictedClasses(probabilities, classCount);
  const score = macroF1(confusionMatrix(unknown.labels, predicted).counts, classCount);
  const vectors = fitted.supportVectors.length / fitted.means.length;
  return `${name.padEnd(42)} fit ${seconds(fit - start)} s (processor ` +
    `${seconds((fitCpu.user + fitCpu.system) / 1000)})  predict ${seconds(end - fit)} s  ` +
    `macro-F1 ${score.toFixed(4)}  ${vectors} support vectors`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}

const peer = `
import sys, time
import numpy as np
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.metrics import f1_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
name, label, *paths = sys.argv[1:]
tables = [pd.read_csv(path).drop(columns=["case_id", "sample_id"], errors="ignore") for path in paths]
if len(tables) == 1:
    held = np.arange(len(tables[0])) % 5 == 0
    tables = [tables[0][~held], tables[0][held]]
X, Xt = (table.drop(columns=label).to_numpy(float) for table in tables)
y, yt = (table[label].to_numpy() for table in tables)
prepare = make_pipeline(SimpleImputer(strategy="median"), StandardScaler()).fit(X)
X, Xt = prepare.transform(X), prepare.transform(Xt)
for probability in (False, True):
    start, cpu = time.perf_counter(), time.process_time()
    model = SVC(C=10, probability=probability, random_state=0).fit(X, y)
    fit, fit_cpu = time.perf_counter(), time.process_time()
    predicted = model.classes_[model.predict_proba(Xt).argmax(1)] if probability else model.predict(Xt)
    end = time.perf_counter()
    score = f1_score(yt, predicted, average="macro")
    title = f"{name}, scikit-learn" + (", by probability" if probability else "")
    print(f"{title:42} fit {fit - start:.2f} s (processor {fit_cpu - cpu:.2f})  predict {end - fit:.2f} s  "
          f"macro-F1 {score:.4f}  {len(model.support_)} support vectors")
`;

if (import.meta.main) await main(Number(Deno.args[0] ?? 3), Number(Deno.args[1] ?? 1));
