import { Random } from "@/pipeline/random.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";

/**
 * Rows of three classes in groups of ten. "mean" and "pair 1" with "pair 2" (whose product tells, neither
 * alone) tell the class, "group" only the group, the rest is noise. Class 2 is rare.
 */
export function judgedTable(groups = 60, seed = 1): LabelledRows {
  const random = new Random(seed);
  const names = ["noise 1", "mean", "pair 1", "group", "pair 2", "noise 2", "noise 3"];
  const rows = groups * 10;
  const values = new Float32Array(rows * names.length);
  const codes = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(row / 10);
    const code = group % 6 === 5 ? 2 : group % 2;
    codes[row] = code;
    const first = random.normal();
    const cells = [
      random.normal(),
      random.normal() + (code === 2 ? 4 : 0),
      first,
      Math.sin(group * 12.9898) * 1e6,
      (code === 1 ? 1 : -1) * Math.sign(first) * Math.abs(random.normal()),
      random.normal(),
      random.next() < 0.3 ? NaN : random.normal(),
    ];
    values.set(cells, row * names.length);
  }
  return {
    matrix: { names, rows, values },
    labels: {
      classes: ["normal", "slow", "down"],
      codes,
      groups: Int32Array.from(codes, (_, row) => Math.floor(row / 10)),
    },
  };
}
