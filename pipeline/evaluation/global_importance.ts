import {
  type BootstrapMean,
  bootstrapMeans,
  type BootstrapMeansOptions,
} from "./bootstrap_means.ts";
import { contributionsOf, type Explanation } from "./explanation.ts";

/** How much each feature moves what a model says, whatever the direction. */
export interface GlobalImportance {
  /** For each feature the mean of |contribution| over the rows and the classes that are explained. */
  readonly overall: readonly BootstrapMean[];
  /** For each class the same over the rows for which it is explained; null where there is no such row. */
  readonly perClass: readonly (readonly BootstrapMean[] | null)[];
}

/** The importance of every feature for the rows of an explanation. */
export function globalImportance(
  explanation: Explanation,
  options: BootstrapMeansOptions,
): GlobalImportance {
  const { features, classes, classOf } = explanation;
  const { groups } = options;
  const rows = Int32Array.from({ length: explanation.rows }, (_, row) => row);
  const all = classes.map((_, code) => code);
  const meansOf = (some: Int32Array, codesOf: (row: number) => readonly number[]) => {
    const sizes = new Float64Array(some.length * features.length);
    for (const [place, row] of some.entries()) {
      const codes = codesOf(row);
      for (const code of codes) {
        for (const [feature, value] of contributionsOf(explanation, row, code).entries()) {
          sizes[place * features.length + feature]! += Math.abs(value) / codes.length;
        }
      }
    }
    const groupOf = groups ? { groups: Int32Array.from(some, (row) => groups[row]!) } : {};
    return bootstrapMeans(sizes, features.length, { ...options, ...groupOf });
  };
  return {
    overall: meansOf(rows, (row) => classOf ? [classOf[row]!] : all),
    perClass: classes.map((_, code) => {
      const some = classOf ? rows.filter((row) => classOf[row] === code) : rows;
      return some.length === 0 ? null : meansOf(some, () => [code]);
    }),
  };
}
