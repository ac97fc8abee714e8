import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import {
  applySelection,
  type ColumnScores,
  type ColumnSelection,
  keepHighest,
  lowerSelection,
} from "./column_selection.ts";
import type { ColumnStep, FitContext } from "./column_step.ts";
import { requiredLabels, tellsClasses } from "./required_labels.ts";
import { type StabilityParams, stabilityParams, stably } from "./stable_selection.ts";

/** The params of every step that keeps the columns of highest score. */
export const highestParams = {
  count: z.int().min(1).max(100_000).default(50).meta(
    {
      label: { en: "Columns", zh: "列数" },
      help: {
        en: "How many columns are kept; all of them where there are fewer.",
        zh: "保留的列数；总列数不足时全部保留。",
      },
      search: { low: 10, high: 100, scale: "log" },
    } satisfies ParamMeta,
  ),
  ...stabilityParams,
};

interface HighestParams extends StabilityParams {
  readonly count: number;
}

/** What makes one such step differ from another. */
interface Ranking<Params> extends Pick<ColumnStep, "name" | "version" | "title" | "summary"> {
  /** A `z.strictObject` with the {@linkcode highestParams}. */
  readonly params: z.ZodType<Params>;
  /** What each column is worth, from training rows of at least two classes. */
  readonly score: (
    matrix: FeatureMatrix,
    labels: Labels,
    params: Params,
    context: FitContext,
  ) => ColumnScores;
}

/** A step that keeps the `count` columns of highest score, the earlier column on ties. */
export function selectHighest<Params extends HighestParams>(
  { score, params, ...description }: Ranking<Params>,
): ColumnStep<Params, ColumnSelection> {
  return {
    role: "column",
    ...description,
    params,
    usesLabels: true,
    fit: stably((matrix, params, context) => {
      const labels = requiredLabels(context, description.name);
      const scored = tellsClasses(labels)
        ? score(matrix, labels, params, context)
        : { scores: new Float64Array(matrix.names.length) };
      return { ...scored, ...keepHighest(scored.scores, params.count) };
    }),
    apply: applySelection,
    lower: lowerSelection,
  };
}
