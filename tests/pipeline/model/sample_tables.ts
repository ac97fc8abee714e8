import { createHash } from "node:crypto";
import type { TrainingTable } from "@/pipeline/model/training_table.ts";
import { Random } from "@/pipeline/random.ts";

/** Rows of a few classes that two of `width` features tell apart; a tenth of the cells are holes. */
export function sampleTable(
  options: { rows: number; width: number; classes: number; seed?: number; signal?: number },
): TrainingTable {
  const { rows, width, classes, seed = 1, signal = 6 } = options;
  const random = new Random(seed);
  const codes = Int32Array.from({ length: rows }, (_, row) => row % classes);
  const values = new Float32Array(rows * width);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < width; column++) {
      const shift = column < 2
        ? signal * ((codes[row]! >> column) % 2) + signal * Math.floor(codes[row]! / 4)
        : 0;
      const scale = 10 ** (column % 5);
      values[row * width + column] = random.next() < 0.1 ? NaN : (random.normal() + shift) * scale;
    }
  }
  const names = Array.from({ length: width }, (_, index) => `kpi_${index}`);
  return {
    matrix: { names, rows, values },
    labels: { classes: Array.from({ length: classes }, (_, index) => `fault ${index}`), codes },
    groups: null,
    times: null,
    features: names.map((name) => ({ name, type: "number" })),
    columns: { label: "fault", id: null, group: null, time: null, ignored: [] },
    source: { name: "sample.csv", sha256: createHash("sha256").update(values).digest("hex") },
    unlabelled: 0,
    quarantined: 0,
    notices: [],
  };
}
