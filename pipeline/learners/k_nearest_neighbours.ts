import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { Notice } from "../problem.ts";
import { Random } from "../random.ts";
import { columnMoments } from "../table/column_statistics.ts";
import { takeLabels, takeRows } from "../table/feature_matrix.ts";
import { type DistanceUnits, distanceUnits, toDistanceUnits } from "./distance_units.ts";
import type { Learner } from "./learner.ts";
import { lowerNeighbourShares } from "./lower_neighbour_shares.ts";
import { NearestRows } from "./nearest_rows.ts";
import { presentClasses } from "./present_classes.ts";
import { stratifiedSample } from "./stratified_sample.ts";

const params = z.strictObject({
  neighbours: z.int().min(1).max(100).default(5).meta(
    {
      label: { en: "Neighbours (k)", zh: "近邻数（k）" },
      help: {
        en: "How many of the nearest training rows vote; more make the borders smoother.",
        zh: "参与投票的最近训练行数；越多则边界越平滑。",
      },
      search: { low: 1, high: 30, scale: "log" },
    } satisfies ParamMeta,
  ),
  weights: z.enum(["uniform", "distance"]).default("distance").meta(
    {
      label: { en: "Weights", zh: "权重" },
      help: {
        en: "Whether nearer neighbours have more of a say.",
        zh: "较近的邻居是否有更大的发言权。",
      },
      options: {
        uniform: { en: "All neighbours alike", zh: "所有近邻相同" },
        distance: { en: "By 1 / distance", zh: "按距离的倒数" },
      },
      search: { values: ["uniform", "distance"] },
    } satisfies ParamMeta,
  ),
  rows: z.int().min(100).max(20_000).default(4000).meta(
    {
      label: { en: "Most rows kept", zh: "最多保留行数" },
      help: {
        en:
          "Training rows that the model carries; beyond, a sample is taken that keeps the shares.",
        zh: "模型中保留的训练行数；超出时按类别比例抽样。",
      },
    } satisfies ParamMeta,
  ),
});

type NearestNeighboursParams = z.infer<typeof params>;

/** What {@linkcode kNearestNeighbours} has learnt: the training rows themselves. */
export interface NearestNeighboursFitted {
  readonly units: DistanceUnits;
  readonly classCount: number;
  readonly neighbours: number;
  readonly weights: NearestNeighboursParams["weights"];
  /** m×d row-major, in units. */
  readonly rows: Float64Array;
  /** m class indices. */
  readonly codes: Int32Array;
}

/**
 * Lets the k nearest training rows vote, by Euclidean distance (Cover & Hart, "Nearest neighbor pattern
 * classification", 1967), as scikit-learn's `KNeighborsClassifier`; of rows as far away the first in the
 * training table counts. A hole counts as the column's mean. Distances are made of whole numbers, so that
 * neighbours are the same in the graph, ties included.
 */
export const kNearestNeighbours: Learner<NearestNeighboursParams, NearestNeighboursFitted> = {
  name: "k-nearest-neighbours",
  version: 1,
  title: { en: "k nearest neighbours", zh: "K 近邻" },
  summary: {
    en: "Names what the most similar known rows were: no training, slow with many rows.",
    zh: "依据最相似的已知行判断类别：无需训练，数据多时预测较慢。",
  },
  params,
  defaultSteps: [
    { step: "clip-outliers", params: { low: 0.03, high: 0.97 } },
    { step: "impute" },
    { step: "scale" },
  ],

  fit: (matrix, labels, { neighbours, weights, rows: mostRows }, context) => {
    presentClasses(labels, kNearestNeighbours.name);
    context.progress(0);
    const sample = stratifiedSample(labels.codes, mostRows, new Random(context.seed));
    if (sample.length < matrix.rows) context.notice(sampled(sample.length, matrix.rows));
    context.progress(0.3);
    const units = distanceUnits(columnMoments(matrix));
    context.progress(0.6);
    const rows = toDistanceUnits(units, takeRows(matrix, sample).values);
    context.progress(1);
    return {
      units,
      classCount: labels.classes.length,
      neighbours: Math.min(neighbours, sample.length),
      weights,
      rows,
      codes: takeLabels(labels, sample).codes,
    };
  },

  predict: ({ units, classCount, neighbours, weights, rows, codes }, matrix) => {
    const width = units.centre.length;
    const values = toDistanceUnits(units, matrix.values);
    const nearest = new NearestRows(rows, width, neighbours);
    const probabilities = new Float32Array(matrix.rows * classCount);
    const shares = new Float64Array(classCount);
    const says = new Float64Array(neighbours);
    for (let row = 0; row < matrix.rows; row++) {
      nearest.find(values, row * width);
      let whole = 0;
      shares.fill(0);
      weigh(nearest.squares, weights, says);
      for (let place = 0; place < neighbours; place++) {
        shares[codes[nearest.rows[place]!]!]! += says[place]!;
        whole += says[place]!;
      }
      for (let code = 0; code < classCount; code++) {
        probabilities[row * classCount + code] = shares[code]! / whole;
      }
    }
    return probabilities;
  },

  lower: lowerNeighbourShares,
};

/** How much each neighbour has to say, by its squared distance; those at no distance outvote all others. */
function weigh(
  squares: Float64Array,
  weights: NearestNeighboursParams["weights"],
  says: Float64Array,
): void {
  const hasTwin = squares[0] === 0;
  for (let place = 0; place < says.length; place++) {
    if (weights === "uniform") says[place] = 1;
    else if (hasTwin) says[place] = squares[place] === 0 ? 1 : 0;
    else says[place] = 1 / Math.sqrt(squares[place]!);
  }
}

function sampled(used: number, rows: number): Notice {
  return {
    code: "learners/sampled",
    message: {
      en: `The k nearest neighbours are looked for among a stratified sample of ${used} of the ` +
        `${rows} training rows, because the model carries each of them.`,
      zh: `模型需要携带每一行参考数据，因此 K 近邻仅在从 ${rows} 行训练数据中按类别分层抽取的 ` +
        `${used} 行里查找。`,
    },
  };
}
