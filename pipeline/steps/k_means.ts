import { Random } from "../random.ts";
import type { RunContext } from "../run_context.ts";
import { sampleRows } from "./sample_rows.ts";

/** Centres are moved by at most so many rows, and at most so often. */
const maxRows = 10_000;
const maxRounds = 30;

/**
 * The cluster of each row by k-means (Lloyd 1982), the centres begun by k-means++ (Arthur & Vassilvitskii
 * 2007): n numbers below `clusters`. Where fewer rows differ, some clusters stay empty.
 *
 * @param values n×d row-major, without holes
 */
export function kMeans(
  values: Float32Array,
  width: number,
  clusters: number,
  context: RunContext,
): Int32Array {
  const rows = values.length / width;
  const sample = sampleRows(rows, maxRows, context.seed);
  const sampled = new Float32Array(sample.length * width);
  for (const [position, row] of sample.entries()) {
    sampled.set(values.subarray(row * width, (row + 1) * width), position * width);
  }
  const centres = firstCentres(sampled, width, clusters, context);
  const clusterOf = new Int32Array(sample.length).fill(-1);
  for (let round = 0; round < maxRounds; round++) {
    const onRow = () => context.progress(0.1 + 0.8 * round / maxRounds);
    if (!assign(sampled, width, centres, clusterOf, onRow)) break;
    moveCentres(sampled, width, centres, clusterOf);
  }
  const clusterOfAll = new Int32Array(rows).fill(-1);
  assign(values, width, centres, clusterOfAll, () => context.progress(0.9));
  return clusterOfAll;
}

/** k rows drawn one after the other, each with odds by its squared distance to the nearest before it. */
function firstCentres(
  values: Float32Array,
  width: number,
  clusters: number,
  context: RunContext,
): Float64Array[] {
  const random = new Random(context.seed);
  const rows = values.length / width;
  const centres: Float64Array[] = [];
  const nearest = new Float64Array(rows).fill(Infinity);
  let chosen = random.below(rows);
  for (let cluster = 0; cluster < clusters; cluster++) {
    context.progress(0.1 * cluster / clusters);
    const centre = Float64Array.from(values.subarray(chosen * width, (chosen + 1) * width));
    centres.push(centre);
    let total = 0;
    for (let row = 0; row < rows; row++) {
      const distance = squaredDistance(values, row * width, centre);
      nearest[row] = Math.min(nearest[row]!, distance);
      total += nearest[row]!;
    }
    let left = random.next() * total;
    chosen = 0;
    while (chosen < rows - 1 && (left -= nearest[chosen]!) >= 0) chosen++;
  }
  return centres;
}

/** Sets the nearest centre of each row, the first on ties; whether any changed. */
function assign(
  values: Float32Array,
  width: number,
  centres: readonly Float64Array[],
  clusterOf: Int32Array,
  onRow: () => void,
): boolean {
  let changed = false;
  for (let row = 0; row < clusterOf.length; row++) {
    onRow();
    let best = 0, least = Infinity;
    for (let cluster = 0; cluster < centres.length; cluster++) {
      const distance = squaredDistance(values, row * width, centres[cluster]!);
      if (distance < least) {
        least = distance;
        best = cluster;
      }
    }
    changed ||= clusterOf[row] !== best;
    clusterOf[row] = best;
  }
  return changed;
}

/** Moves each centre to the mean of its rows; one without rows stays. */
function moveCentres(
  values: Float32Array,
  width: number,
  centres: readonly Float64Array[],
  clusterOf: Int32Array,
): void {
  const sizes = new Float64Array(centres.length);
  for (const cluster of clusterOf) sizes[cluster]!++;
  for (const [cluster, size] of sizes.entries()) if (size > 0) centres[cluster]!.fill(0);
  for (const [row, cluster] of clusterOf.entries()) {
    const centre = centres[cluster]!;
    for (let column = 0; column < width; column++) {
      centre[column]! += values[row * width + column]! / sizes[cluster]!;
    }
  }
}

function squaredDistance(values: Float32Array, start: number, centre: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < centre.length; column++) {
    const difference = values[start + column]! - centre[column]!;
    sum += difference * difference;
  }
  return sum;
}
