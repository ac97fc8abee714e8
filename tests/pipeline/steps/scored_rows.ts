import type { LabelledRows } from "@/pipeline/steps/row_step.ts";

/**
 * 300 rows that Python can make again, for scores compared with scikit-learn:
 *
 *     i = np.arange(300); y = i*i % 11 // 4; c = lambda a, m: i*a % m
 *     X = np.stack([(c(7919,1009)/1009)**2 + y*0.3, c(4871,997)/997*1e17,
 *                   (c(6131,1013)/1013)**3 - (y==1)*0.4, c(5,7) + y, y, 0*i + 3], 1).astype(np.float32)
 *
 * The first three columns have no ties; the fourth has 9 values, the fifth is the class, the last is constant.
 */
export function scoredRows(): LabelledRows {
  const rows = 300;
  const codes = new Int32Array(rows);
  const values = new Float32Array(rows * 6);
  for (let row = 0; row < rows; row++) {
    const code = Math.floor(row * row % 11 / 4);
    const cycle = (factor: number, size: number) => row * factor % size;
    codes[row] = code;
    values.set([
      (cycle(7919, 1009) / 1009) ** 2 + code * 0.3,
      cycle(4871, 997) / 997 * 1e17,
      (cycle(6131, 1013) / 1013) ** 3 - (code === 1 ? 0.4 : 0),
      cycle(5, 7) + code,
      code,
      3,
    ], row * 6);
  }
  const names = ["shifted", "noise", "second", "discrete", "class", "constant"];
  return {
    matrix: { names, rows, values },
    labels: { classes: ["a", "b", "c"], codes },
  };
}

/** The same rows and `holes` more, with every value missing. */
export function withEmptyRows({ matrix, labels }: LabelledRows, holes: number): LabelledRows {
  const values = new Float32Array((matrix.rows + holes) * matrix.names.length).fill(NaN);
  values.set(matrix.values);
  const codes = Int32Array.from(
    { length: matrix.rows + holes },
    (_, row) => labels.codes[row] ?? row % 3,
  );
  return {
    matrix: { ...matrix, rows: matrix.rows + holes, values },
    labels: { ...labels, codes },
  };
}
