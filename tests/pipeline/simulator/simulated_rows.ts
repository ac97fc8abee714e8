import { faultNames } from "@/pipeline/simulator/faults.ts";
import { simulate } from "@/pipeline/simulator/simulate.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";

interface SimulatedRows extends LabelledRows {
  /** The incident of each row. */
  readonly groups: readonly string[];
}

/** Rows of a simulation as training wants them, with the incident of each. */
export function simulatedRows(rows: number, seed: number): SimulatedRows {
  const simulation = simulate({ rows, seed });
  const names = simulation.columns.map(({ name }) => name);
  const classes = ["normal", ...faultNames];
  const values = new Float32Array(rows * names.length);
  const codes = new Int32Array(rows);
  const groups: string[] = [];
  for (const batch of simulation.batches()) {
    values.set(batch.values, groups.length * names.length);
    for (const [row, label] of batch.labels.entries()) {
      codes[groups.length] = classes.indexOf(label);
      groups.push(batch.incidents[row] ?? "");
    }
  }
  return { matrix: { names, rows, values }, labels: { classes, codes }, groups };
}
