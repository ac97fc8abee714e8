import { z } from "zod";
import { HealerError } from "../problem.ts";
import { applySelection, type KeptColumns, lowerSelection } from "./column_selection.ts";
import type { ColumnStep } from "./column_step.ts";
import { columnMoments } from "../table/column_statistics.ts";
import { stepProblem } from "./problems.ts";

const params = z.strictObject({});

type DropConstantParams = z.infer<typeof params>;

/**
 * Drops the columns that hold one value or none on the training rows (holes do not count as a value).
 * `fit` throws `steps/all-constant` when no column would be left.
 */
export const dropConstant: ColumnStep<DropConstantParams, KeptColumns> = {
  role: "column",
  name: "drop-constant",
  version: 1,
  title: { en: "Drop constant columns", zh: "删除常量列" },
  summary: {
    en: "Drops columns that hold a single value, or none at all, on the training rows.",
    zh: "删除在训练行中只有一个取值或全部缺失的列。",
  },
  params,
  usesLabels: false,

  fit: (matrix) => {
    const { min, max } = columnMoments(matrix);
    const kept = Array.from(min.keys()).filter((column) => min[column] !== max[column]);
    if (kept.length === 0) throw new HealerError(stepProblem.allConstant(matrix.names));
    return { kept };
  },

  apply: applySelection,
  lower: lowerSelection,
};
