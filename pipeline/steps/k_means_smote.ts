import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { Random } from "../random.ts";
import { partOf } from "../run_context.ts";
import { growthParams, rowsOfClass, rowsToMake } from "./class_growth.ts";
import { distanceMeter } from "./distance_meter.ts";
import { kMeans } from "./k_means.ts";
import { appendBetween, drawPairs, type RowPairs } from "./made_rows.ts";
import { neighbourFinder, type StandardRows, standardRows, takeUnits } from "./nearest_rows.ts";
import type { LabelledRows, RowStep } from "./row_step.ts";
import { sampleRows } from "./sample_rows.ts";
import { neighboursParam } from "./smote.ts";
import { unitsPerDeviation } from "./standard_units.ts";

const params = z.strictObject({
  ...growthParams,
  neighbours: neighboursParam,
  clusters: z.int().min(1).max(500).default(20).meta(
    {
      label: { en: "Clusters", zh: "聚类数" },
      help: {
        en: "Into how many clusters all training rows are divided.",
        zh: "将全部训练行划分成多少个聚类。",
      },
      search: { low: 5, high: 100, scale: "log" },
    } satisfies ParamMeta,
  ),
  imbalance: z.number().gt(0).max(1000).default(1).meta(
    {
      label: { en: "Imbalance threshold", zh: "不平衡阈值" },
      help: {
        en:
          "Rows are added in clusters with fewer rows of other classes than this many times those " +
          "of the class (one added to both).",
        zh: "仅在其他类别行数与本类行数之比（两者各加一）小于该值的聚类中生成新行。",
      },
    } satisfies ParamMeta,
  ),
  density: z.number().min(0).max(1000).default(2).meta(
    {
      label: { en: "Density exponent", zh: "密度指数" },
      help: {
        en: "The larger, the more of the new rows go to clusters where the class is sparse.",
        zh: "值越大，越多的新行生成在该类别稀疏的聚类中。",
      },
    } satisfies ParamMeta,
  ),
});

type KMeansSmoteParams = z.infer<typeof params>;

/**
 * SMOTE inside the clusters of k-means where a class prevails, most in those where it is sparse (Douzas,
 * Bacao & Last, "Improving imbalanced learning through a heuristic oversampling method based on k-means and
 * SMOTE", 2018; each class against all others). For the clusters a hole counts as the column's mean. The
 * sparsity of a cluster is (mean distance between its rows of the class)^exponent / (their number); the
 * paper's exponent, the number of columns, would send all new rows of a table of 100 KPIs to one cluster. A
 * class that prevails nowhere gets the rows of plain SMOTE.
 */
export const kMeansSmote: RowStep<KMeansSmoteParams> = {
  role: "row",
  name: "k-means-smote",
  version: 1,
  title: { en: "K-means SMOTE", zh: "K-means SMOTE 过采样" },
  summary: {
    en: "Adds rows to the rarer classes inside clusters where the class prevails.",
    zh: "先聚类，再在少数类别占优的聚类内插值生成新的训练行。",
  },
  params,

  apply: (rows, params, context) => {
    if (rows.matrix.rows === 0) return rows;
    const random = new Random(context.seed);
    const standard = standardRows(rows.matrix);
    const clusterOf = kMeans(
      standard.units.map((unit) => unit === unit ? unit / unitsPerDeviation : 0),
      standard.width,
      params.clusters,
      partOf(context, 0, 0.5),
    );
    const pairs: RowPairs = { origins: [], partners: [] };
    const counts = rowsToMake(rows.labels, params);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const alive = (made: number) => context.progress(0.5 + 0.5 * made / total);
    for (const [code, count] of counts.entries()) {
      if (count === 0) continue;
      const places = placesFor(rows, code, clusterOf, standard, params);
      for (
        const [index, share] of shareOut(count, places.map(({ sparsity }) => sparsity)).entries()
      ) {
        const { members } = places[index]!;
        const finder = neighbourFinder(standard, members, params.neighbours, random.uint32());
        drawPairs(pairs, members, share, finder, random, alive);
      }
    }
    return appendBetween(rows, pairs, random);
  },
};

/** Rows of a class between which new ones are made. */
interface Place {
  readonly members: Int32Array;
  readonly sparsity: number;
}

/** The rows of the class in each cluster where it prevails and has two or more, or all of them as one place. */
function placesFor(
  { labels }: LabelledRows,
  code: number,
  clusterOf: Int32Array,
  standard: StandardRows,
  { clusters, imbalance, density }: KMeansSmoteParams,
): Place[] {
  const ofClass = rowsOfClass(labels, code);
  const sizes = new Float64Array(clusters);
  for (const cluster of clusterOf) sizes[cluster]!++;
  const places = Array.from(sizes, (size, cluster): Place | null => {
    const members = ofClass.filter((row) => clusterOf[row] === cluster);
    const others = size - members.length;
    if (members.length < 2 || (others + 1) / (members.length + 1) >= imbalance) return null;
    const sparsity = meanDistance(takeUnits(standard, members), standard.width) ** density /
      members.length;
    return { members, sparsity };
  }).filter((place) => place !== null);
  return places.length > 0 ? places : [{ members: ofClass, sparsity: 1 }];
}

/** Whole numbers that sum to `count`, in proportion to `weights`; evenly where these are all 0. */
function shareOut(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let passed = 0, given = 0;
  return weights.map((weight) => {
    passed += total > 0 ? weight / total : 1 / weights.length;
    const upTo = Math.min(count, Math.round(count * passed));
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** Of so many rows the distances are measured; more would hardly move their mean. */
const measuredRows = 300;

/** The mean distance between two of the rows, in standard deviations; pairs that share no column are left out. */
function meanDistance(units: Float32Array, width: number): number {
  const chosen = sampleRows(units.length / width, measuredRows, 0);
  const rows = takeUnits({ width, units }, Int32Array.from(chosen));
  const measure = distanceMeter(rows, width);
  const distances = new Float32Array(chosen.length);
  let sum = 0, pairs = 0;
  for (let row = 0; row < chosen.length; row++) {
    measure(rows.subarray(row * width, (row + 1) * width), distances);
    for (let other = 0; other < row; other++) {
      if (distances[other] === Infinity) continue;
      sum += Math.sqrt(distances[other]!) / unitsPerDeviation;
      pairs++;
    }
  }
  return pairs > 0 ? sum / pairs : 0;
}
