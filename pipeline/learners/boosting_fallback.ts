import { type BoostingKernel, featureEntry, splitEntry } from "./boosting_kernel.ts";
import { missingBin } from "./histogram_bins.ts";

/** The kernel of `wasm/boosting_kernel.ts` in TypeScript: slower, with exactly equal results. */
export function typeScriptKernel(buffer: ArrayBufferLike): BoostingKernel {
  const bytes = new Uint8Array(buffer);
  const words = new Int32Array(buffer);
  const doubles = new Float64Array(buffer);

  const findSplit: BoostingKernel["findSplit"] = (
    histogram,
    sibling,
    features,
    featureCount,
    total,
    l2,
    minWeight,
    scoreToBeat,
    split,
  ) => {
    const wholeHessian = words[total >> 2]!, wholeGradient = words[(total >> 2) + 1]!;
    const result = split >> 2;
    let best = scoreToBeat;
    words[result + splitEntry.feature] = -1;
    for (let position = 0; position < featureCount; position++) {
      const entry = (features >> 2) + position * featureEntry.length;
      const first = (histogram + words[entry + featureEntry.offset]!) >> 2;
      const missing = first + 2 * words[entry + featureEntry.valueBins]!;
      if (sibling !== 0) {
        const apart = (sibling - histogram) >> 2;
        for (let word = first; word < missing + 2; word++) words[word]! -= words[word + apart]!;
      }
      const missingHessian = words[missing]!, missingGradient = words[missing + 1]!;
      const hasMissing = missingHessian !== 0 || missingGradient !== 0;
      let hessian = 0, gradient = 0;
      for (let cell = first; cell < missing; cell += 2) {
        if (words[cell] === 0 && words[cell + 1] === 0) continue;
        hessian += words[cell]!;
        gradient += words[cell + 1]!;
        for (let side = 0; side < (hasMissing ? 2 : 1); side++) {
          const leftHessian = hessian + side * missingHessian;
          const rightHessian = wholeHessian - leftHessian;
          if (leftHessian < minWeight || rightHessian < minWeight) continue;
          const leftGradient = gradient + side * missingGradient;
          const rightGradient = wholeGradient - leftGradient;
          const leftWeight = leftHessian + l2, rightWeight = rightHessian + l2;
          const numerator = leftGradient * leftGradient * rightWeight +
            rightGradient * rightGradient * leftWeight;
          const denominator = leftWeight * rightWeight;
          if (numerator <= best * denominator) continue;
          best = numerator / denominator;
          words[result + splitEntry.feature] = position;
          words[result + splitEntry.bin] = (cell - first) >> 1;
          words[result + splitEntry.missingLeft] = hasMissing
            ? side
            : Number(leftHessian > rightHessian);
          words[result + splitEntry.hessian] = leftHessian;
          words[result + splitEntry.gradient] = leftGradient;
        }
      }
    }
    doubles[split >> 3] = best;
  };

  return {
    addRows: (histogram, features, featureCount, bins, width, gradients, rows, count) => {
      const firstEntry = features >> 2;
      const end = firstEntry + featureCount * featureEntry.length;
      for (let place = rows >> 2; place < (rows >> 2) + count; place++) {
        const row = words[place]!;
        const source = (gradients >> 2) + 2 * row;
        const hessian = words[source]!, gradient = words[source + 1]!;
        for (let entry = firstEntry; entry < end; entry += featureEntry.length) {
          const bin = bytes[bins + row * width + words[entry + featureEntry.column]!]!;
          const cell = ((histogram + words[entry + featureEntry.offset]!) >> 2) + 2 * bin;
          words[cell]! += hessian;
          words[cell + 1]! += gradient;
        }
      }
    },

    findSplit,

    partition: (rows, count, column, lastLeft, missingLeft, others) => {
      const first = rows >> 2, aside = others >> 2;
      let left = 0, right = 0;
      for (let place = first; place < first + count; place++) {
        const row = words[place]!;
        const bin = bytes[column + row]!;
        const goesLeft = bin === missingBin ? missingLeft === 1 : bin <= lastLeft;
        if (goesLeft) words[first + left++] = row;
        else words[aside + right++] = row;
      }
      words.copyWithin(first + left, aside, aside + right);
      return left;
    },

    clear: (start, count) => {
      bytes.fill(0, start, start + count);
    },
  };
}
