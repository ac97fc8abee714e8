import { z } from "zod";
import { evaluatePredictions } from "@/pipeline/evaluation/evaluate_predictions.ts";
import { planSplits } from "@/pipeline/evaluation/splits.ts";
import { gradientBoosting } from "@/pipeline/learners/gradient_boosting.ts";
import { parseLearnerParams } from "@/pipeline/learners/registry.ts";
import { fitPipeline, lowerPipeline } from "@/pipeline/model/fitted_pipeline.ts";
import { defaultRecipe } from "@/pipeline/model/recipe.ts";
import { classifierModel } from "@/pipeline/onnx/classifier_model.ts";
import { encodeModel } from "@/pipeline/onnx/encode_model.ts";
import { GraphBuilder } from "@/pipeline/onnx/graph_builder.ts";
import { openModel } from "@/pipeline/onnx/run_model.ts";
import { quietContext } from "@/pipeline/run_context.ts";
import { takeColumns, takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";
import { readLabelledFile } from "@/tests/pipeline/learners/labelled_file.ts";
import type { LabelledRows } from "@/tests/pipeline/learners/labelled_rows.ts";
import { simulatedRows } from "@/tests/pipeline/simulator/simulated_rows.ts";
import { pythonHas, runPython } from "@/tests/python.ts";
import { sharedFile } from "@/tests/shared.ts";

/**
 * Gradient boosting beside XGBoost and scikit-learn's HistGradientBoosting, 100 rounds each, two threads, on an
 * otherwise idle machine: time to fit and peak memory on 100,000×100 simulated rows of six classes; time to
 * fit and macro-F1 over five folds on A10; and how many rows a second its ONNX file diagnoses. Times are medians
 * over interleaved rounds. Usage: `boosting.ts [rounds]`.
 */
async function main(rounds: number): Promise<void> {
  console.log("100,000×100 simulated, 6 classes");
  await compareFits(sixFaults(100_000), rounds);
  console.log(`ours, peak memory                   ${peakMebibytes()} MiB`);

  const train = sharedFile("data/a10/train_5809.csv");
  if (train === undefined) {
    console.log("Cannot measure A10: ../shared/data/a10 is not on this machine.");
    return;
  }
  const a10 = await readLabelledFile(train, "label", ["sample_id"]);
  console.log(`\nA10 ${a10.matrix.rows}×${a10.matrix.names.length}`);
  await compareFits(a10, rounds);
  await compareFolds(a10);
  await measureOnnx(a10, rounds);
}

const threads = 2;
const peerProgram = Deno.readTextFileSync(new URL("boosting_peer.py", import.meta.url));

/** What users may set to grow trees as XGBoost does by default. */
const likeXgboost = { maxDepth: 6, maxLeaves: 64, columnSample: 1 };

async function compareFits(data: LabelledRows, rounds: number): Promise<void> {
  using folder = peerFolder(data);
  const ours: number[] = [], alike: number[] = [], theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await fitSeconds(data, {}));
    alike.push(await fitSeconds(data, likeXgboost));
    if (pythonHas("xgboost")) {
      const answer = askPeer(folder.path, data, "fit", "xgboost");
      theirs.push(z.object({ seconds: z.number() }).parse(answer).seconds);
    }
  }
  console.log(`ours, our defaults                  fit ${median(ours).toFixed(2)} s`);
  console.log(`ours, all columns, depth 6          fit ${median(alike).toFixed(2)} s`);
  if (theirs.length === 0) console.log("Without XGBoost: python3-xgboost is not installed.");
  else {
    const ratio = (median(ours) / median(theirs)).toFixed(2);
    console.log(`XGBoost hist, depth 6               fit ${median(theirs).toFixed(2)} s`);
    console.log(`ours / XGBoost                      ${ratio}`);
  }
}

async function fitSeconds(
  { matrix, labels }: LabelledRows,
  params: Record<string, unknown>,
): Promise<number> {
  const parsed = parseLearnerParams(gradientBoosting, params);
  const context = { ...quietContext(), threads, notice: () => {} };
  const start = performance.now();
  await gradientBoosting.fit(matrix, labels, parsed, context);
  return (performance.now() - start) / 1000;
}

async function compareFolds({ matrix, labels }: LabelledRows): Promise<void> {
  const { splits } = planSplits({ kind: "k-fold", folds: 5, seed: 0, labels });
  const folds = new Int32Array(matrix.rows);
  const scores: number[] = [];
  const params = parseLearnerParams(gradientBoosting, {});
  for (const [fold, { train, test }] of splits.entries()) {
    for (const row of test) folds[row] = fold;
    const fitted = await gradientBoosting.fit(
      takeRows(matrix, train),
      takeLabels(labels, train),
      params,
      { ...quietContext(), threads, notice: () => {} },
    );
    const probabilities = gradientBoosting.predict(fitted, takeRows(matrix, test));
    scores.push(evaluatePredictions(takeLabels(labels, test), probabilities).macro_f1);
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  console.log(`ours, 5 folds                       macro-F1 ${mean.toFixed(4)}`);
  using folder = peerFolder({ matrix, labels }, folds);
  for (const [peer, module] of [["xgboost", "xgboost"], ["scikit-learn", "sklearn"]] as const) {
    if (!pythonHas(module)) {
      console.log(`Without ${peer}: python3-${module} is not installed.`);
      continue;
    }
    const answer = askPeer(folder.path, { matrix, labels }, "folds", peer);
    const { macro_f1 } = z.object({ macro_f1: z.number() }).parse(answer);
    console.log(`${peer.padEnd(35)} macro-F1 ${macro_f1.toFixed(4)}`);
  }
}

/** Rows a second of the ONNX file of the default recipe, and of one with steps in front of the trees. */
async function measureOnnx({ matrix, labels }: LabelledRows, rounds: number): Promise<void> {
  const plain = defaultRecipe(gradientBoosting.name);
  const prepared = {
    ...plain,
    steps: [
      { step: "clip-outliers", params: {} },
      { step: "impute", params: {} },
      { step: "scale", params: {} },
    ],
  };
  const rows = 100_000;
  const many = takeRows(matrix, Int32Array.from({ length: rows }, (_, row) => row % matrix.rows));
  for (
    const [name, recipe] of [["default recipe", plain], ["clip, impute, scale", prepared]] as const
  ) {
    const pipeline = await fitPipeline(recipe, matrix, labels, { ...quietContext(), threads });
    const graph = new GraphBuilder();
    const model = encodeModel(classifierModel(graph, {
      featureCount: matrix.names.length,
      probabilities: lowerPipeline(pipeline, graph),
      classes: labels.classes,
      metadata: new Map(),
    }));
    const session = await openModel(model, { threads });
    const speeds: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      await session.runProbabilities(many.values, rows);
      // The first run warms up.
      if (round > 0) speeds.push(rows / (performance.now() - start) * 1000);
    }
    await session.release();
    const size = (model.length / 2 ** 20).toFixed(1);
    const speed = Math.round(median(speeds)).toLocaleString("en");
    console.log(`ONNX, ${name.padEnd(29)} ${speed} rows/s  (${size} MiB)`);
  }
}

/** A hundred KPIs of simulated rows of the six classes that come first. */
function sixFaults(rows: number): LabelledRows {
  const { matrix, labels } = simulatedRows(2 * rows, 1);
  const kept: number[] = [];
  for (const [row, code] of labels.codes.entries()) {
    if (code < 6 && kept.length < rows) kept.push(row);
  }
  const columns = takeColumns(matrix, Array.from({ length: 100 }, (_, column) => column));
  const { codes } = takeLabels(labels, kept);
  return {
    matrix: takeRows(columns, kept),
    labels: { classes: labels.classes.slice(0, 6), codes },
  };
}

/** A temporary folder with the rows as the peer reads them. */
function peerFolder(
  { matrix, labels }: LabelledRows,
  folds?: Int32Array,
): Disposable & { path: string } {
  const path = Deno.makeTempDirSync();
  const write = (name: string, { buffer, byteOffset, byteLength }: Float32Array | Int32Array) =>
    Deno.writeFileSync(`${path}/${name}`, new Uint8Array(buffer, byteOffset, byteLength).slice());
  write("values.f32", matrix.values);
  write("codes.i32", labels.codes);
  if (folds) write("folds.i32", folds);
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}

function askPeer(
  folder: string,
  { matrix }: LabelledRows,
  task: "fit" | "folds",
  peer: "xgboost" | "scikit-learn",
): unknown {
  return JSON.parse(
    runPython(peerProgram, folder, String(matrix.rows), String(threads), task, peer),
  );
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** The most resident memory this process has had, where Linux tells it. */
function peakMebibytes(): string {
  try {
    const peak = /VmHWM:\s+(\d+)/.exec(Deno.readTextFileSync("/proc/self/status"))?.[1];
    return peak === undefined ? "?" : (Number(peak) / 1024).toFixed(0);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return "?";
    throw error;
  }
}

if (import.meta.main) await main(Number(Deno.args[0] ?? 5));
