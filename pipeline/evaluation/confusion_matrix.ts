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

/** k factors in (0, 1], float32 numbers: a class is named by the greatest factor × probability. */
export type DecisionWeights = readonly number[];

/**
 * The index of the class that each row of n×k row-major `probabilities` is diagnosed as: the one of the
 * greatest weighted probability, the lowest index on ties.
 */
export function predictedClasses(
  probabilities: Float32Array,
  classCount: number,
  weights?: DecisionWeights,
): Int32Array {
  const predictions = new Int32Array(probabilities.length / classCount);
  for (let row = 0; row < predictions.length; row++) {
    predictions[row] = topTwoClasses(probabilities, classCount, row, weights).first;
  }
  return predictions;
}

/** A row's two best classes and their weighted probabilities; with one class alone, `second` is −1. */
export interface TopTwo {
  readonly first: number;
  readonly second: number;
  readonly firstScore: number;
  /** −Infinity without a second class. */
  readonly secondScore: number;
}

/**
 * The two classes of the greatest weighted probabilities in one row, the lower index first on ties. Products
 * are float32, as the graph's Mul has them, so that both see the same ties.
 */
export function topTwoClasses(
  probabilities: Float32Array,
  classCount: number,
  row: number,
  weights?: DecisionWeights,
): TopTwo {
  const start = row * classCount;
  let first = -1, second = -1, firstScore = -Infinity, secondScore = -Infinity;
  for (let code = 0; code < classCount; code++) {
    const probability = probabilities[start + code]!;
    const score = weights === undefined ? probability : Math.fround(probability * weights[code]!);
    if (score > firstScore) {
      second = first;
      secondScore = firstScore;
      first = code;
      firstScore = score;
    } else if (score > secondScore) {
      second = code;
      secondScore = score;
    }
  }
  return { first: Math.max(0, first), second, firstScore, secondScore };
}
