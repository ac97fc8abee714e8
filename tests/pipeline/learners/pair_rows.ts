import { centreRows, columnMeans } from "@/pipeline/learners/centred_rows.ts";
import { sortByClass } from "@/pipeline/learners/class_order.ts";
import type { Kernel } from "@/pipeline/learners/kernel.ts";
import { kernelInput, KernelRows } from "@/pipeline/learners/kernel_rows.ts";
import type { LabelledRows } from "@/pipeline/steps/row_step.ts";

/** The kernel of the rows less their means. */
export function kernelRowsOf({ matrix, labels }: LabelledRows, kernel: Kernel): KernelRows {
  const rows = centreRows(columnMeans(matrix), matrix);
  const order = sortByClass(labels);
  return new KernelRows(kernelInput(kernel, rows, matrix.names.length, order));
}
