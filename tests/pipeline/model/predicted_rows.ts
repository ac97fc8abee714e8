import type { OutOfFold } from "@/pipeline/model/out_of_fold.ts";
import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { Random } from "@/pipeline/random.ts";
import type { Labels } from "@/pipeline/table/feature_matrix.ts";

/** Out-of-fold predictions of a model whose log-odds are true but for a factor. */
export function predictedRows(
  options: {
    rows: number;
    seed: number;
    /** How common each class is. */
    shares?: readonly number[];
    /** Above 1 the probabilities are surer than they should be. */
    overconfidence?: number;
    folds?: number;
  },
): OutOfFold {
  const { rows, seed, shares = [0.5, 0.3, 0.2], overconfidence = 1, folds = 5 } = options;
  const random = new Random(seed);
  const classCount = shares.length;
  const codes = new Int32Array(rows);
  const probabilities = new Float32Array(rows * classCount);
  for (let row = 0; row < rows; row++) {
    const logits = shares.map((share) => Math.log(share) + 1.5 * random.normal());
    codes[row] = draw(softmax(logits), random);
    probabilities.set(softmax(logits.map((logit) => overconfidence * logit)), row * classCount);
  }
  const labels: Labels = { classes: shares.map((_, code) => `fault ${code}`), codes };
  return {
    rows: Int32Array.from(codes.keys()),
    labels,
    foldOf: codes.map((_, row) => row % folds),
    probabilities,
    predictions: predictedClasses(probabilities, classCount),
  };
}

function softmax(logits: readonly number[]): number[] {
  const highest = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - highest));
  const sum = odds.reduce((total, each) => total + each, 0);
  return odds.map((each) => each / sum);
}

function draw(probabilities: readonly number[], random: Random): number {
  let left = random.next();
  return Math.max(0, probabilities.findIndex((probability) => (left -= probability) < 0));
}
