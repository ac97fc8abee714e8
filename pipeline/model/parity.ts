import { topTwoClasses } from "../evaluation/confusion_matrix.ts";
import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import type { RunnableModel } from "../onnx/run_model.ts";
import { type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import { type FittedPipeline, predictPipeline } from "./fitted_pipeline.ts";
import { modelProblem } from "./problems.ts";
import { z } from "zod";

/** How far apart the ONNX graph and the learner's own predictions were, kept in the model card. */
export const parityProofSchema = z.strictObject({
  training_rows: z.int().nonnegative(),
  perturbed_rows: z.int().nonnegative(),
  /** Rows with another label whose two top (weighted) probabilities are at least 2e-4 apart; 0 in every saved model. */
  labels_differing: z.int().nonnegative(),
  /** Rows whose two top probabilities lie closer than 2e-4, where a tie may fall either way. */
  near_ties: z.int().nonnegative(),
  max_difference: z.number().nonnegative(),
});

export type ParityProof = z.infer<typeof parityProofSchema>;

const perturbedRows = 1000;
const nearTie = 2e-4;
const allowedDifference = 1e-4;
const blockRows = 8192;

/** The values a perturbed cell may take whatever its column holds. */
const extremes = [0, -1, 1e-30, 1e17, -1e17];

/**
 * Proves that the ONNX graph gives what the fitted pipeline predicts, on the training rows and 1,000
 * perturbed ones (holes, extremes): probabilities within 1e-4 and the same label.
 *
 * @throws {HealerError} `model/parity` when it does not.
 */
export async function proveParity(
  pipeline: FittedPipeline,
  model: RunnableModel,
  training: FeatureMatrix,
  seed: number,
): Promise<ParityProof> {
  const proof: ParityProof = {
    training_rows: training.rows,
    perturbed_rows: perturbedRows,
    labels_differing: 0,
    near_ties: 0,
    max_difference: 0,
  };
  const width = training.names.length;
  for (let start = 0; start < training.rows; start += blockRows) {
    const rows = Math.min(blockRows, training.rows - start);
    const values = training.values.subarray(start * width, (start + rows) * width);
    await compare(pipeline, model, { names: training.names, rows, values }, proof);
  }
  await compare(pipeline, model, perturb(training, new Random(seed)), proof);
  const total = training.rows + perturbedRows;
  if (proof.labels_differing > 0 || !(proof.max_difference <= allowedDifference)) {
    throw new HealerError(modelProblem.parity(proof.labels_differing, total, proof.max_difference));
  }
  return proof;
}

async function compare(
  pipeline: FittedPipeline,
  model: RunnableModel,
  rows: FeatureMatrix,
  proof: ParityProof,
): Promise<void> {
  const expected = predictPipeline(pipeline, rows);
  const actual = await model.run(rows.values, rows.rows);
  const classCount = pipeline.classes.length;
  const weights = pipeline.postProcessing?.weights ?? undefined;
  for (let cell = 0; cell < expected.length; cell++) {
    const difference = Math.abs(expected[cell]! - actual.probabilities[cell]!);
    if (!(difference <= proof.max_difference)) proof.max_difference = difference;
  }
  for (let row = 0; row < rows.rows; row++) {
    const best = topTwoClasses(expected, classCount, row, weights);
    if (best.firstScore - best.secondScore < nearTie) proof.near_ties++;
    else if (actual.labels[row] !== pipeline.classes[best.first]) proof.labels_differing++;
  }
}

/** Training rows with a fifth of their cells emptied, made extreme or scaled; the first row is all holes. */
function perturb(training: FeatureMatrix, random: Random): FeatureMatrix {
  const rows = takeRows(
    training,
    Int32Array.from({ length: perturbedRows }, () => random.below(training.rows)),
  );
  const width = rows.names.length;
  rows.values.fill(NaN, 0, width);
  for (let cell = width; cell < rows.values.length; cell++) {
    const draw = random.next();
    if (draw < 0.1) rows.values[cell] = NaN;
    else if (draw < 0.14) rows.values[cell] = extremes[random.below(extremes.length)]!;
    else if (draw < 0.2) {
      rows.values[cell] = Math.fround(rows.values[cell]! * 10 ** (random.below(13) - 6));
    }
    if (!Number.isFinite(rows.values[cell]!)) rows.values[cell] = NaN;
  }
  return rows;
}
