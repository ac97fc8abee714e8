import type { ModelFile } from "../model/model_file.ts";
import type { UnknownGroup } from "./findings.ts";
import { unknownSigns } from "./unknown_signs.ts";
import type { KeptUnknownRows } from "./unknown_rows.ts";
import { cutInto, silhouette, squaredDistances, wardMerges } from "./ward_clusters.ts";

/** The rows that fit nothing known, those that are alike together. */
export interface UnknownGroups {
  /** The largest first. */
  readonly groups: UnknownGroup[];
  /** Ascending places in the result, from 0, of the rows of the groups … */
  readonly places: Int32Array;
  /** … and the id of the group of each. */
  readonly ids: Int32Array;
}

/** The most groups that are told apart. */
const mostGroups = 8;

/** Below it clusters are not taken for real: rows of one fault part no better. Measured on faults left out of training. */
const leastSilhouette = 0.1;

/** Silhouettes that differ by less are as good as each other. */
const nearly = 0.02;

/** A group has at least so many rows, and this share of all. */
const leastRows = 5, leastShare = 0.02;

/** No groups. */
const none: UnknownGroups = { groups: [], places: new Int32Array(), ids: new Int32Array() };

/**
 * Puts unknown rows together that are strange in the same columns and directions: clusters of a sample by Ward's
 * criterion, as many as make the mean silhouette greatest, or nearly so; the other rows join the nearest. There are none where
 * there are hardly more unknown rows than the error rate lets expect of known ones.
 *
 * @throws {HealerError} `model/broken-summary`
 */
export function unknownGroups(
  model: ModelFile,
  rows: KeptUnknownRows,
  errorRate: number,
): UnknownGroups {
  const { sample, sketches, width, places } = rows;
  const summary = model.summary();
  if (summary === null || sample.length < leastRows || !isMoreThanChance(rows, errorRate)) {
    return none;
  }
  const points = new Float32Array(sample.length * width);
  for (const [position, { index }] of sample.entries()) {
    points.set(sketches.subarray(index * width, (index + 1) * width), position * width);
  }
  const clusterOf = bestClusters(points, width);
  const groupOf = nearestClusters(sketches, centresOf(points, width, clusterOf), width);
  const sizes = new Map<number, number>();
  for (const cluster of groupOf) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  const kept = [...sizes].filter(([, size]) =>
    size >= Math.max(leastRows, leastShare * places.length)
  ).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const idOf = new Map(kept.map(([cluster], index) => [cluster, index + 1]));
  const ids = groupOf.map((cluster) => idOf.get(cluster) ?? 0);
  const groups = kept.map(([, size], index): UnknownGroup => {
    const id = index + 1;
    const incidents = new Set(rows.groups.filter((_, row) => ids[row] === id));
    incidents.delete(null);
    return {
      id,
      rows: size,
      incidents: incidents.size === 0 ? null : incidents.size,
      signs: unknownSigns(
        model.card.features.map(({ name }) => name),
        summary,
        sample.filter((row) => ids[row.index] === id).map(({ values }) => values),
        mostFrequent(rows.codes.filter((_, row) => ids[row] === id)),
      ),
    };
  });
  return {
    groups,
    places: places.filter((_, row) => ids[row] !== 0),
    ids: ids.filter((id) => id !== 0),
  };
}

/** More than two standard deviations above what the error rate makes of known rows. */
function isMoreThanChance({ read, unknown }: KeptUnknownRows, errorRate: number): boolean {
  const expected = errorRate * read;
  return unknown > expected + 2 * Math.sqrt(expected * (1 - errorRate));
}

/** The fewest clusters whose silhouette is nearly the greatest. */
function bestClusters(points: Float32Array, width: number): Int32Array {
  const squares = squaredDistances(points, width);
  const merges = wardMerges(squares);
  const cuts = Array.from(
    { length: Math.max(0, Math.min(mostGroups, merges.points - 1) - 1) },
    (_, index) => cutInto(merges, index + 2),
  );
  const scores = cuts.map((cut) => silhouette(squares, cut));
  const highest = Math.max(...scores);
  const chosen = cuts.find((_, index) => scores[index]! >= highest - nearly);
  return chosen === undefined || highest < leastSilhouette ? cutInto(merges, 1) : chosen;
}

function centresOf(points: Float32Array, width: number, clusterOf: Int32Array): Float32Array {
  const clusters = 1 + Math.max(...clusterOf);
  const centres = new Float32Array(clusters * width);
  const sizes = new Int32Array(clusters);
  for (const [point, cluster] of clusterOf.entries()) {
    sizes[cluster]!++;
    for (let index = 0; index < width; index++) {
      centres[cluster * width + index]! += points[point * width + index]!;
    }
  }
  return centres.map((sum, cell) => sum / sizes[Math.floor(cell / width)]!);
}

function nearestClusters(sketches: Int8Array, centres: Float32Array, width: number): Int32Array {
  const nearest = new Int32Array(sketches.length / width);
  for (let row = 0; row < nearest.length; row++) {
    let least = Infinity;
    for (let cluster = 0; cluster * width < centres.length; cluster++) {
      let sum = 0;
      for (let index = 0; index < width; index++) {
        const difference = sketches[row * width + index]! - centres[cluster * width + index]!;
        sum += difference * difference;
      }
      if (sum >= least) continue;
      least = sum;
      nearest[row] = cluster;
    }
  }
  return nearest;
}

function mostFrequent(codes: Int32Array): number {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first?.[0] ?? 0;
}
