import { z } from "zod";
import { checkpointOf, readState, writeState } from "../checkpoint.ts";
import { selectionStability } from "../evaluation/selection_stability.ts";
import { nameList } from "../name_list.ts";
import { paramMetas } from "../param_meta.ts";
import { HealerError, type Text } from "../problem.ts";
import { partOf } from "../run_context.ts";
import { type ColumnSelection, rankColumns } from "../steps/column_selection.ts";
import { parseStepParams } from "../steps/registry.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { ranksOf, type Spread, spreadOf } from "./feature_ranks.ts";
import { axisOf, type Figure } from "./figure.ts";
import { counted, countText, joinTexts, scoreText } from "./number_text.ts";
import { preparedInput } from "./prepared_value.ts";
import { readPreview, trainingLabels, trainingMatrix } from "./preview.ts";
import { cellProblem } from "./problems.ts";
import { type RankFeaturesParams, rankingsOf } from "./rank_features.ts";
import {
  scoresFigure,
  selectionColumns,
  selectionOf,
  stabilityFigure,
} from "./selection_pictures.ts";
import { keepTable, type NumberColumn } from "./stored_table.ts";

/** A {@linkcode ColumnSelection} that an earlier attempt has left. */
const selectionSchema: z.ZodType<ColumnSelection> = z.object({
  kept: z.array(z.int()),
  scores: z.instanceof(Float64Array),
  deviations: z.instanceof(Float64Array).exactOptional(),
  stability: z.instanceof(Float64Array).exactOptional(),
  curve: z.object({
    columns: z.array(z.int()),
    means: z.array(z.number()),
    deviations: z.array(z.number()),
  }).exactOptional(),
});

/** What one score says of all columns. */
interface Ranked {
  readonly title: Text;
  readonly selection: ColumnSelection;
  readonly ranks: Float64Array;
  /** How alike its choices on the resamples are, see `selectionStability`. */
  readonly stability: number | null;
}

/** See {@linkcode rankFeatures}. */
export async function runRankFeatures(
  inputs: CellInputs,
  params: RankFeaturesParams,
  context: CellContext,
): Promise<CellOutput> {
  const preview = await readPreview(preparedInput(inputs), context);
  const labels = trainingLabels(preview);
  if (labels === null) {
    throw new HealerError(cellProblem.noLabel({ en: "rank the features", zh: "对特征排名" }));
  }
  const matrix = trainingMatrix(preview);
  const rankings = rankingsOf(params);
  if (rankings.length === 0) throw new HealerError(cellProblem.noScore());
  const ranked = rankings.map(({ title, step }, index): Ranked => {
    const part = partOf(context, index / rankings.length, (index + 1) / rankings.length);
    part.progress(0, title);
    const count = paramMetas(step.params).has("count") ? { count: params.chosen } : {};
    const stepParams = parseStepParams(step, { ...count, resamples: params.resamples });
    const kept = checkpointOf(context, `score-${index + 1}`);
    const selection = readState(kept, "selection", selectionSchema) ??
      selectionOf(step.fit(matrix, stepParams, { ...part, ...kept, labels }));
    if (selection === null) throw new TypeError(`The step ${step.name} gives no scores.`);
    writeState(kept, "selection", selection);
    const { scores, stability } = selection;
    return {
      title,
      selection,
      ranks: ranksOf(scores),
      stability: stability ? selectionStability(stability, params.resamples) : null,
    };
  });
  const ranks = spreadOf(ranked.map((each) => each.ranks));
  const order = rankColumns(ranks.mean.map((rank) => -rank));
  return {
    summary: summaryOf(order.map((column) => matrix.names[column]!), ranked),
    figures: [
      ranksFigure(matrix.names, order.slice(0, params.shown), ranks, ranked),
      ...ranked.flatMap(({ title, selection: { scores, deviations } }) =>
        deviations
          ? [scoresFigure(matrix.names, scores, { deviations, title, drawn: params.shown })]
          : []
      ),
      ...stabilityFigures(matrix.names, ranked, params),
    ],
    tables: [
      await keepTable("ranks", { en: "Ranks of the features", zh: "特征排名" }, [
        { name: "column", type: "text", values: order.map((column) => matrix.names[column]!) },
        { name: "mean rank", type: "number", values: order.map((column) => ranks.mean[column]!) },
        ...ranked.flatMap((each) => columnsOf(each, order)),
      ], context),
    ],
    values: {},
  };
}

/** What one score says, in the given order of the columns. */
function columnsOf({ title, selection, ranks }: Ranked, order: readonly number[]): NumberColumn[] {
  const [score, ...others] = selectionColumns(selection);
  const columns: NumberColumn[] = [
    { ...score!, name: title.en },
    { name: `${title.en} rank`, type: "number", values: Array.from(ranks) },
    ...others.map((column) => ({ ...column, name: `${title.en} ${column.name}` })),
  ];
  return columns.map(({ values, ...column }) => ({
    ...column,
    values: order.map((index) => values[index]!),
  }));
}

function summaryOf(names: readonly string[], ranked: readonly Ranked[]): Text {
  const best = nameList(names.slice(0, 3));
  const stability = ranked.flatMap((each) => each.stability ?? []);
  return joinTexts([
    {
      en: `${best.en} rank highest by ${counted(ranked.length, "score")}`,
      zh: `按 ${countText(ranked.length)} 种得分，${best.zh} 排名最高`,
    },
    stability.length === 0 ? null : {
      en: `stability ${rangeText(stability)}`,
      zh: `稳定性 ${rangeText(stability)}`,
    },
  ], { en: "; ", zh: "；" });
}

function rangeText(numbers: readonly number[]): string {
  const low = scoreText(Math.min(...numbers)), high = scoreText(Math.max(...numbers));
  return low === high ? low : `${low} – ${high}`;
}

/** The features from the best mean rank down, and how often the resamples chose each. */
function ranksFigure(
  names: readonly string[],
  columns: readonly number[],
  { mean, low, high }: Spread,
  ranked: readonly Ranked[],
): Figure {
  const shares = ranked.flatMap(({ selection: { stability } }) => stability ?? []);
  const chosen = shares.length === 0 ? null : spreadOf(shares).mean;
  const scores = ranked.length;
  return {
    type: "ranks",
    title: { en: "Ranks of the features", zh: "特征排名" },
    caption: {
      en: `1 is best. Mean over ${counted(scores, "score")}, from the best rank to the worst.`,
      zh: `1 为最佳。${countText(scores)} 种得分的平均值，以及最好与最差排名。`,
    },
    rows: columns.map((column) => ({
      name: names[column]!,
      rank: mean[column]!,
      low: low[column]!,
      high: high[column]!,
      chosen: chosen?.[column] ?? null,
    })),
  };
}

/** How stable each score is, and which columns are chosen most often. */
function stabilityFigures(
  names: readonly string[],
  ranked: readonly Ranked[],
  { resamples, shown }: RankFeaturesParams,
): Figure[] {
  const shares = ranked.flatMap(({ selection: { stability } }) => stability ?? []);
  if (shares.length === 0) return [];
  const ofScores = ranked.flatMap(({ title, stability }) =>
    stability === null ? [] : [{ name: { ...title }, value: stability }]
  );
  const scoresAlike: Figure = {
    type: "bars",
    title: { en: "Stability of the scores", zh: "各得分的稳定性" },
    caption: {
      en: `How alike the choices on ${counted(resamples, "resample")} are: 1 where all are the ` +
        "same, 0 as by chance (Nogueira 2018).",
      zh: `${
        countText(resamples)
      } 次重抽样所选列的一致程度：1 为完全相同，0 相当于随机（Nogueira 2018）。`,
    },
    value: axisOf({ en: "stability", zh: "稳定性" }),
    bars: ofScores,
  };
  return [
    stabilityFigure(names, spreadOf(shares), shown),
    ...(ofScores.length > 0 ? [scoresAlike] : []),
  ];
}
