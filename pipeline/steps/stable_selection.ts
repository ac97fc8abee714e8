import { z } from "zod";
import { readState, writeState } from "../checkpoint.ts";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { partOf } from "../run_context.ts";
import { type FeatureMatrix, takeLabels, takeRows } from "../table/feature_matrix.ts";
import { bootstrapDraw } from "./bootstrap_rows.ts";
import { type ColumnSelection, keepHighest } from "./column_selection.ts";
import type { FitContext } from "./column_step.ts";

/** The params of every step that selects columns. */
export const stabilityParams = {
  resamples: z.int().min(0).max(500).default(0).meta(
    {
      label: { en: "Resamples", zh: "重抽样次数" },
      help: {
        en: "The selection is repeated on this many bootstrap resamples of the rows, and columns " +
          "stay that are chosen often enough; 0 selects once, on all rows.",
        zh: "在若干次自助重抽样上重复选择，只保留足够经常被选中的列；0 表示仅在全部行上选择一次。",
      },
    } satisfies ParamMeta,
  ),
  share: z.number().gt(0).max(1).default(0.6).meta(
    {
      label: { en: "Least share of resamples", zh: "最低入选比例" },
      help: {
        en: "With resamples, a column stays that is chosen in at least this share of them.",
        zh: "使用重抽样时，保留入选比例不低于该值的列。",
      },
    } satisfies ParamMeta,
  ),
};

/** How often each column was chosen in the resamples done. */
const roundsSchema = z.strictObject({ done: z.int(), times: z.instanceof(Float64Array) });

export interface StabilityParams {
  readonly resamples: number;
  readonly share: number;
}

/** Selects columns once, on the rows that it is given. */
type Select<Params> = (
  matrix: FeatureMatrix,
  params: Params,
  context: FitContext,
) => ColumnSelection;

/**
 * The same selection, made stable where `resamples` is above 0 (Meinshausen & Bühlmann, "Stability
 * selection", 2010, with bootstrap resamples for halves): it is repeated on each resample, and columns stay
 * that are chosen in at least `share` of them, or else the one chosen most often. Scores are those of all
 * rows. Groups are drawn whole.
 */
export function stably<Params extends StabilityParams>(select: Select<Params>): Select<Params> {
  return (matrix, params, context) => {
    const { resamples, share } = params;
    if (resamples === 0) return select(matrix, params, context);
    const part = (index: number, seed: number) =>
      partOf(context, index / (resamples + 1), (index + 1) / (resamples + 1), seed);
    const { labels } = context;
    const once = select(matrix, params, {
      ...part(0, context.seed),
      ...(labels ? { labels } : {}),
    });
    const random = new Random(context.seed);
    const draw = bootstrapDraw(matrix.rows, labels);
    const earlier = readState(context, "resamples", roundsSchema);
    const isEarlier = earlier?.times.length === matrix.names.length;
    const times = isEarlier
      ? new Float64Array(earlier.times)
      : new Float64Array(matrix.names.length);
    const done = isEarlier ? earlier.done : 0;
    for (let resample = 1; resample <= resamples; resample++) {
      const { rows, groups } = draw(random);
      const seed = random.uint32();
      // What an earlier attempt has counted is drawn once more, but not selected.
      if (resample <= done) continue;
      const { kept } = select(takeRows(matrix, rows), params, {
        ...part(resample, seed),
        ...(labels ? { labels: { ...takeLabels(labels, rows), groups } } : {}),
      });
      for (const column of kept) times[column]!++;
      writeState(context, "resamples", { done: resample, times });
    }
    const often = [...times.keys()].filter((column) => times[column]! >= share * resamples - 1e-9);
    return {
      ...once,
      kept: often.length > 0 ? often : keepHighest(times, 1).kept,
      stability: times.map((count) => count / resamples),
    };
  };
}
