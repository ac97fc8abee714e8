import type { LabelledRows } from "@/pipeline/steps/row_step.ts";
import { takeLabels, takeRows } from "@/pipeline/table/feature_matrix.ts";

/**
 * 120 rows of three classes that Python can make again, for comparison with scikit-learn:
 *
 *     i = np.arange(120); y = i % 3; c = lambda a, m: i*a % m / m
 *     X = np.stack([c(37,101) + 0.5*(y==1), c(53,97)*2 - (y==2), c(29,89) + 0.2*y, c(71,113)], 1)
 *     X = X.astype(np.float32)
 */
export function cyclicRows(): LabelledRows {
  const rows = 120;
  const values = new Float32Array(rows * 4);
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const code = row % 3;
    const cycle = (factor: number, size: number) => row * factor % size / size;
    codes[row] = code;
    values.set([
      cycle(37, 101) + (code === 1 ? 0.5 : 0),
      cycle(53, 97) * 2 - (code === 2 ? 1 : 0),
      cycle(29, 89) + 0.2 * code,
      cycle(71, 113),
    ], row * 4);
  }
  return {
    matrix: { names: ["a", "b", "c", "d"], rows, values },
    labels: { classes: ["x", "y", "z"], codes },
  };
}

/** Those of the rows that `keeps` says yes to. */
export function rowsWhere(
  { matrix, labels }: LabelledRows,
  keeps: (row: number, code: number) => boolean,
): LabelledRows {
  const kept = [...labels.codes.keys()].filter((row) => keeps(row, labels.codes[row]!));
  return { matrix: takeRows(matrix, kept), labels: takeLabels(labels, kept) };
}
