import process from "node:process";
import { quietContext } from "@/pipeline/run_context.ts";
import { columnSteps, parseStepParams, rowSteps } from "@/pipeline/steps/registry.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * How long each step that selects columns or makes rows takes on the 5,809×107 training rows of A10, in
 * processor seconds of one thread, beside scikit-learn's where it has the same (holes at the median there; its
 * elimination drops 0.3 of all columns at a time, so that it grows a third of our forests).
 */
async function main(): Promise<void> {
  const file = sharedFile("data/a10/train_5809.csv");
  if (file === undefined) {
    console.log("Cannot measure the steps: ../shared/data/a10 is not on this machine.");
    return;
  }
  const { matrix, labels } = await readLabelledFile(file, "label", ["sample_id"]);
  const peers: Record<string, number> = pythonHas("sklearn")
    ? JSON.parse(runPython(peerProgram, file))
    : {};
  const context = quietContext();
  for (const step of columnSteps.filter(({ name }) => name.startsWith("select-"))) {
    const params = parseStepParams(step, {});
    print(step.name, seconds(() => step.fit(matrix, params, { ...context, labels })), peers);
  }
  for (const step of rowSteps) {
    const params = parseStepParams(step, {});
    print(step.name, seconds(() => step.apply({ matrix, labels }, params, context)), peers);
  }
}

function seconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function print(name: string, ours: number, peers: Readonly<Record<string, number>>): void {
  const peer = peers[name];
  const beside = peer === undefined ? "" : `  scikit-learn ${peer.toFixed(2)} s`;
  console.log(`${name.padEnd(28)} ${ours.toFixed(2)} s${beside}`);
}

const peerProgram = `
import json, sys, time
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import RFECV, SelectFromModel, chi2, f_classif, mutual_info_classif
from sklearn.inspection import permutation_importance
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler, StandardScaler

table = pd.read_csv(sys.argv[1])
y = table.label.to_numpy()
X = table.drop(columns=["sample_id", "label"])
X = X.fillna(X.median()).fillna(0).to_numpy()
times = {}

def measure(name, work):
    start = time.process_time()
    work()
    times[name] = time.process_time() - start

def permutation():
    train, test, known, unknown = train_test_split(X, y, stratify=y, random_state=0)
    forest = RandomForestClassifier(30, random_state=0).fit(train, known)
    permutation_importance(forest, test, unknown, scoring="neg_log_loss", n_repeats=5, random_state=0)

forest = lambda trees: RandomForestClassifier(trees, random_state=0)
lasso = LogisticRegression(penalty="l1", solver="saga", C=0.01, tol=1e-3, max_iter=200)
measure("select-anova", lambda: f_classif(X, y))
measure("select-chi-squared", lambda: chi2(MinMaxScaler().fit_transform(X), y))
measure("select-mutual-information", lambda: mutual_info_classif(X, y, random_state=0))
measure("select-l1", lambda: SelectFromModel(lasso).fit(StandardScaler().fit_transform(X), y))
measure("select-tree-importance", lambda: forest(100).fit(X, y).feature_importances_)
measure("select-permutation", permutation)
measure("select-recursive-elimination", lambda: RFECV(forest(20), step=0.3, cv=3, scoring="f1_macro").fit(X, y))
print(json.dumps(times))
`;

await main();
