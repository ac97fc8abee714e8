import type { Labels } from "../table/feature_matrix.ts";

/** How often each class was predicted for each true class. */
export interface ConfusionMatrix {
  /** The k class names in the order of the labels. */
  readonly classes: readonly string[];
  /** k×k row-major: `counts[truth * k + prediction]` is a number of rows. */
  readonly counts: Float64Array;
}

/** Counts the rows of each pair of true and predicted class; `predictions` are n indices into `labels.classes`. */
export function confusionMatrix(labels: Labels, predictions: Int32Array): ConfusionMatrix {
  const { classes, codes } = labels;
  const counts = new Float64Array(classes.length ** 2);
  for (let row = 0; row < codes.length; row++) {
    counts[codes[row]! * classes.length + predictions[row]!]!++;
  }
  return { classes, counts };
}

/** The index of the greatest of the k probabilities of each row, the lowest index on ties. */
export function predictedClasses(probabilities: Float32Array, classCount: number): Int32Array {
  const predictions = new Int32Array(probabilities.length / classCount);
  for (let row = 0, start = 0; row < predictions.length; row++, start += classCount) {
    let best = 0;
    for (let code = 1; code < classCount; code++) {
      if (probabilities[start + code]! > probabilities[start + best]!) best = code;
    }
    predictions[row] = best;
  }
  return predictions;
}
