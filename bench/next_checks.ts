import { openRowAnswers } from "@/pipeline/diagnosis/row_answers.ts";
import { type ModelFile, openModelBytes } from "@/pipeline/model/model_file.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { trainModel } from "@/pipeline/model/train_model.ts";
import { readTrainingTable, type TrainingTable } from "@/pipeline/model/training_table.ts";
import { explainRows } from "@/pipeline/evaluation/explain_rows.ts";
import { globalImportance } from "@/pipeline/evaluation/global_importance.ts";
import { referenceMatrix } from "@/pipeline/model/training_summary.ts";
import { Random } from "@/pipeline/random.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { sharedFile } from "@/tests/shared.ts";

/** This share of the values is hidden. */
const hiddenShare = 0.5;

/** So many rows of new incidents are asked about for each seed. */
const askedRows = 150;

const ways = ["nothing", "any hidden", "most important hidden", "next checks"] as const;

/**
 * Whether the KPIs that an answer says are worth reading next are: half the values of rows of incidents that
 * training has not seen are hidden, those of three KPIs are shown again, and the model is asked once more. The
 * three are any, those that matter most over all rows, or those of the answer. Usage: `next_checks.ts [seeds]`.
 */
async function main(seeds: number): Promise<void> {
  const [train, test] = await Promise.all(["train", "dev"].map(tableOf));
  if (!train || !test) {
    console.log("Cannot measure next checks: it takes ../shared/data/dbsherlock.");
    return;
  }
  for (const learner of ["random-forest", "gradient-boosting", "logistic-regression"]) {
    const options = { folds: 0, keepRows: true };
    const { bytes } = await trainModel(train, defaultRecipe(learner), options, quietContext(1));
    await using file = await openModelBytes(bytes, learner);
    const scores = await Promise.all(
      Array.from({ length: seeds }, (_, seed) => scoresOf(file, test, seed)),
    );
    for (const [index, way] of ways.entries()) {
      const text = ["accuracy", "bits of doubt", "bits of truth"].map((name, measure) => {
        const each = scores.map((score) => score[index]![measure]!);
        const mean = each.reduce((sum, value) => sum + value / seeds, 0);
        const spread = Math.sqrt(each.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (seeds - 1));
        return `${name} ${mean.toFixed(3)} ± ${spread.toFixed(3)}`;
      });
      console.log(`${learner.padEnd(20)} ${`shown: ${way}`.padEnd(28)} ${text.join("  ")}`);
    }
  }
}

async function tableOf(name: string): Promise<TrainingTable | null> {
  const path = sharedFile(`data/dbsherlock/${name}.csv`);
  if (path === undefined) return null;
  return await readTrainingTable(path, { label: "fault", group: "case_id" }, {}, () => {});
}

/** For each way accuracy, mean entropy and mean surprise at the truth, in bits. */
async function scoresOf(file: ModelFile, test: TrainingTable, seed: number): Promise<number[][]> {
  const random = new Random(seed);
  const width = test.matrix.names.length;
  const importance = await importanceOf(file);
  await using answers = openRowAnswers(file);
  const sums = ways.map(() => [0, 0, 0]);
  for (let asked = 0; asked < askedRows; asked++) {
    const row = random.below(test.matrix.rows);
    const full = test.matrix.values.slice(row * width, (row + 1) * width);
    const hidden = random.shuffle(Int32Array.from({ length: width }, (_, at) => at))
      .subarray(0, Math.floor(hiddenShare * width));
    const known = full.slice();
    for (const feature of hidden) known[feature] = NaN;
    const { checks } = await answers.answer(known, { errorRate: 0.05, detail: "full" });
    const missing = checks.filter(({ isMissing }) => isMissing)
      .map(({ feature }) => test.matrix.names.indexOf(feature));
    const count = missing.length;
    const shown = [
      [],
      [...hidden].slice(0, count),
      [...hidden].sort((a, b) => importance[b]! - importance[a]!).slice(0, count),
      missing,
    ];
    const truth = file.card.classes.indexOf(test.labels.classes[test.labels.codes[row]!]!);
    for (const [index, features] of shown.entries()) {
      const values = known.slice();
      for (const feature of features) values[feature] = full[feature]!;
      const said = await file.model.runProbabilities(values, 1);
      const [hits, doubt, surprise] = sums[index]!;
      sums[index] = [
        hits! + (said.indexOf(Math.max(...said)) === truth ? 1 / askedRows : 0),
        doubt! - said.reduce((sum, p) => sum + (p > 0 ? p * Math.log2(p) : 0), 0) / askedRows,
        surprise! - Math.log2(Math.max(1e-6, said[truth]!)) / askedRows,
      ];
    }
  }
  return sums;
}

async function importanceOf(file: ModelFile): Promise<number[]> {
  const names = file.card.features.map(({ name }) => name);
  const summary = file.summary();
  if (summary === null) throw new Error("The model carries no summary.");
  const options = { method: "auto", classes: "predicted", backgroundRows: 5 } as const;
  const { values } = referenceMatrix(summary, names);
  const some = { names, rows: 60, values: values.slice(0, 60 * names.length) };
  const explanation = await explainRows(file, some, options, quietContext());
  return globalImportance(explanation, { seed: 1 }).overall.map(({ mean }) => mean);
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 5));
