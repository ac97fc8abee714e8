import { type BoostingData, rowsPerBlock } from "./boosting_data.ts";
import type { RunContext } from "../run_context.ts";

/** How many blocks of rows there are. */
export function blockCount({ rows }: BoostingData): number {
  return Math.ceil(rows / rowsPerBlock);
}

/** Turns the scores of the rows of some blocks into probabilities, and sums up their losses. */
export function updateProbabilities(
  data: BoostingData,
  firstBlock: number,
  endBlock: number,
  context: RunContext,
): void {
  const { memory: { buffer }, rows, classCount } = data;
  const scores = new Float64Array(buffer, data.scores, rows * classCount);
  const probabilities = new Float32Array(buffer, data.probabilities, rows * classCount);
  const codes = new Int32Array(buffer, data.codes, rows);
  const classWeights = new Float64Array(buffer, data.classWeights, classCount);
  const validationRows = new Int32Array(buffer, data.validationRows, data.validationCount);
  const losses = new Float64Array(buffer, data.losses, 2 * blockCount(data));
  const exponentials = new Float64Array(classCount);
  let nextHeld = validationRows.findIndex((row) => row >= firstBlock * rowsPerBlock);
  for (let block = firstBlock; block < endBlock; block++) {
    context.progress((block - firstBlock) / (endBlock - firstBlock));
    let trainLoss = 0, validationLoss = 0;
    const end = Math.min(rows, (block + 1) * rowsPerBlock);
    for (let row = block * rowsPerBlock; row < end; row++) {
      let highest = -Infinity;
      for (let cell = row; cell < scores.length; cell += rows) {
        if (scores[cell]! > highest) highest = scores[cell]!;
      }
      let sum = 0;
      for (let code = 0, cell = row; code < classCount; code++, cell += rows) {
        sum += exponentials[code] = Math.exp(scores[cell]! - highest);
      }
      for (let code = 0, cell = row; code < classCount; code++, cell += rows) {
        probabilities[cell] = exponentials[code]! / sum;
      }
      const code = codes[row]!;
      const loss = classWeights[code]! * (Math.log(sum) + highest - scores[code * rows + row]!);
      if (validationRows[nextHeld] === row) {
        nextHeld++;
        validationLoss += loss;
      } else trainLoss += loss;
    }
    losses[2 * block] = trainLoss;
    losses[2 * block + 1] = validationLoss;
  }
}

/** The half of a quantised sum's range, so that rounding cannot carry a sum beyond it. */
const quantisedSum = 2 ** 30;

/** What one unit of the quantised gradients and hessians of a class is. */
export interface GradientUnits {
  readonly gradient: number;
  readonly hessian: number;
}

/**
 * Writes the gradients p − y and hessians p(1 − p) of the softmax loss for one class as whole numbers, for
 * each of `count` rows listed in `nodeRows`, such that sums over any of them fit in 31 bits; their sum goes to `total`.
 */
export function quantiseGradients(
  data: BoostingData,
  area: { readonly nodeRows: number; readonly gradients: number; readonly total: number },
  count: number,
  code: number,
): GradientUnits {
  const { memory: { buffer }, rows, classCount } = data;
  const start = data.probabilities + 4 * code * rows;
  const probabilities = new Float32Array(buffer, start, rows);
  const codes = new Int32Array(buffer, data.codes, rows);
  const classWeights = new Float64Array(buffer, data.classWeights, classCount);
  const nodeRows = new Int32Array(buffer, area.nodeRows, count);
  const quantised = new Int32Array(buffer, area.gradients, 2 * rows);
  let gradients = 0, hessians = 0;
  for (let place = 0; place < count; place++) {
    const row = nodeRows[place]!;
    const weight = classWeights[codes[row]!]!;
    const probability = probabilities[row]!;
    gradients += weight * (codes[row] === code ? 1 - probability : probability);
    hessians += weight * probability * (1 - probability);
  }
  const gradientScale = gradients > 0 ? quantisedSum / gradients : 0;
  const hessianScale = hessians > 0 ? quantisedSum / hessians : 0;
  let gradientSum = 0, hessianSum = 0;
  for (let place = 0; place < count; place++) {
    const row = nodeRows[place]!;
    const weight = classWeights[codes[row]!]!;
    const probability = probabilities[row]!;
    const gradient = weight * (codes[row] === code ? probability - 1 : probability);
    const hessian = weight * probability * (1 - probability);
    hessianSum += quantised[2 * row] = Math.floor(hessian * hessianScale + 0.5);
    gradientSum += quantised[2 * row + 1] = Math.floor(gradient * gradientScale + 0.5);
  }
  const total = new Int32Array(buffer, area.total, 2);
  total[0] = hessianSum;
  total[1] = gradientSum;
  return {
    gradient: gradientScale > 0 ? 1 / gradientScale : 0,
    hessian: hessianScale > 0 ? 1 / hessianScale : 0,
  };
}
