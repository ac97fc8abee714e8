import { predictedClasses } from "@/pipeline/evaluation/confusion_matrix.ts";
import { Random } from "@/pipeline/random.ts";
import type { FeatureMatrix, Labels } from "@/pipeline/table/feature_matrix.ts";

/** Rows with their classes. */
export interface LabelledRows {
  readonly matrix: FeatureMatrix;
  readonly labels: Labels;
}

/** What can be put beside the informative columns of {@linkcode separableRows}. */
export interface SeparableShape {
  readonly seed: number;
  readonly rows: number;
  readonly classes: number;
  /** Share of the values that are missing. */
  readonly holes?: number;
  /** Adds columns that say nothing: constant, wholly missing, noise of 1e17, and a copy of the first. */
  readonly ballast?: boolean;
}

/** Rows whose classes stand far apart in three columns, the third of them around 1e17. */
export function separableRows(shape: SeparableShape): LabelledRows {
  const { seed, rows, classes, holes = 0, ballast = false } = shape;
  const random = new Random(seed);
  const names = [
    "level",
    "rate",
    "bytes",
    ...(ballast ? ["constant", "empty", "noise", "copy"] : []),
  ];
  const values = new Float32Array(rows * names.length);
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = row % classes;
    codes[row] = code;
    const level = code + 0.1 * random.normal();
    const cells = [
      level,
      100 * ((code * 2) % classes) + 10 * random.normal(),
      1e17 * (1 + ((code + 1) % classes)) + 1e15 * random.normal(),
      0.1,
      NaN,
      1e17 * random.normal(),
      level,
    ];
    for (let column = 0; column < names.length; column++) {
      values[row * names.length + column] = random.next() < holes ? NaN : cells[column]!;
    }
  }
  const labels = { classes: Array.from({ length: classes }, (_, code) => `fault ${code}`), codes };
  return { matrix: { names, rows, values }, labels };
}

/** The share of the rows whose likeliest class is theirs. */
export function accuracyOf(probabilities: Float32Array, { classes, codes }: Labels): number {
  const predicted = predictedClasses(probabilities, classes.length);
  return codes.filter((code, row) => code === predicted[row]).length / codes.length;
}
