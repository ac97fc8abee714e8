import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import {
  applySelection,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
} from "./column_selection.ts";
import type { ColumnStep, FitContext } from "./column_step.ts";
import { requiredLabels } from "./required_labels.ts";

const params = z.strictObject({
  count: z.int().min(1).max(100_000).default(50).meta(
    {
      label: { en: "Columns", zh: "列数" },
      help: {
        en: "How many columns are kept; all of them where there are fewer.",
        zh: "保留的列数；总列数不足时全部保留。",
      },
    } satisfies ParamMeta,
  ),
});

type SelectHighestParams = z.infer<typeof params>;

/** What makes one such step differ from another. */
interface Ranking extends Pick<ColumnStep, "name" | "version" | "title" | "summary"> {
  /** d scores, the higher the better, from training rows and their labels. */
  readonly score: (matrix: FeatureMatrix, labels: Labels, context: FitContext) => Float64Array;
}

/** A step that keeps the `count` columns of highest score, the earlier column on ties. */
export function selectHighest(
  { score, ...description }: Ranking,
): ColumnStep<SelectHighestParams, ColumnSelection> {
  return {
    role: "column",
    ...description,
    params,
    usesLabels: true,
    fit: (matrix, { count }, context) =>
      keepHighest(score(matrix, requiredLabels(context, description.name), context), count),
    apply: applySelection,
    lower: lowerSelection,
  };
}
