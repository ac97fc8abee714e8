import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { classSizes } from "./stratified_folds.ts";

/** The rows sorted by the group they belong to. */
export interface RowGroups {
  readonly count: number;
  /** The group of each row, a number below `count`. */
  readonly groupOf: Int32Array;
  /** The rows of group g are `rows[starts[g]] … rows[starts[g + 1] - 1]`. */
  readonly rows: Int32Array;
  readonly starts: Int32Array;
}

/** The group of each row, by name or number; null = a group of its own. */
export type GroupNames = ArrayLike<string | number | null>;

/** Gathers the rows that carry the same name; a row whose name is null is a group of its own. */
export function rowGroups(names: GroupNames): RowGroups {
  const numbers = new Map<string | number, number>();
  const groupOf = new Int32Array(names.length);
  let count = 0;
  for (let row = 0; row < names.length; row++) {
    const name = names[row]!;
    const known = name === null ? undefined : numbers.get(name);
    groupOf[row] = known ?? count;
    if (known !== undefined) continue;
    if (name !== null) numbers.set(name, count);
    count++;
  }
  const starts = new Int32Array(count + 1);
  for (const group of groupOf) starts[group + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const rows = new Int32Array(names.length);
  for (let row = 0; row < names.length; row++) rows[next[groupOf[row]!]!++] = row;
  return { count, groupOf, rows, starts };
}

/**
 * The fold of each row such that no group is divided, fold i holds about `shares[i]` of every class (the
 * shares sum to 1), and no fold is empty while there are as many groups as folds.
 *
 * Greedy, after scikit-learn's StratifiedGroupKFold: the groups that weigh most go first, those within a
 * factor of two in random order, so that seeds differ. Each goes to the fold that leaves Σ (rows of the
 * class in the fold / rows of the class)² / share over folds and classes smallest, on ties to the fold with
 * the fewest rows for its share.
 */
export function groupFolds(
  labels: Labels,
  groups: RowGroups,
  shares: readonly number[],
  random: Random,
): Int32Array {
  const classCount = labels.classes.length;
  const tally = new GroupTally(labels, groups);
  const magnitudes = new Float64Array(groups.count);
  for (let group = 0; group < groups.count; group++) {
    magnitudes[group] = Math.floor(Math.log2(tally.read(group).weight()));
  }
  const order = random.shuffle(Int32Array.from(magnitudes, (_, group) => group))
    .sort((left, right) => magnitudes[right]! - magnitudes[left]!);

  const counts = shares.map(() => new Float64Array(classCount));
  const relativeSizes = new Float64Array(shares.length);
  const foldOfGroup = new Int32Array(groups.count);
  let emptyFolds = shares.length;
  for (const [position, group] of order.entries()) {
    tally.read(group);
    const fillEmpty = groups.count - position <= emptyFolds;
    let best = -1, bestCost = Infinity;
    for (const [fold, share] of shares.entries()) {
      if (fillEmpty && relativeSizes[fold]! > 0) continue;
      const cost = tally.costIn(counts[fold]!) / share;
      if (
        best < 0 || cost < bestCost ||
        (cost === bestCost && relativeSizes[fold]! < relativeSizes[best]!)
      ) {
        best = fold;
        bestCost = cost;
      }
    }
    if (relativeSizes[best] === 0) emptyFolds--;
    relativeSizes[best]! += tally.size / shares[best]!;
    tally.addTo(counts[best]!);
    foldOfGroup[group] = best;
  }
  return Int32Array.from(groups.groupOf, (group) => foldOfGroup[group]!);
}

/** The rows of one group at a time, counted by class. */
class GroupTally {
  size = 0;
  private readonly counts: Float64Array;
  private readonly present: number[] = [];
  private readonly classWeights: Float64Array;

  constructor(private readonly labels: Labels, private readonly groups: RowGroups) {
    this.counts = new Float64Array(labels.classes.length);
    this.classWeights = Float64Array.from(classSizes(labels), (size) => 1 / size ** 2);
  }

  read(group: number): this {
    for (const code of this.present) this.counts[code] = 0;
    this.present.length = 0;
    const start = this.groups.starts[group]!, end = this.groups.starts[group + 1]!;
    for (let position = start; position < end; position++) {
      const code = this.labels.codes[this.groups.rows[position]!]!;
      if (this.counts[code]!++ === 0) this.present.push(code);
    }
    this.size = end - start;
    return this;
  }

  weight(): number {
    let sum = 0;
    for (const code of this.present) sum += this.counts[code]! ** 2 * this.classWeights[code]!;
    return sum;
  }

  /** How much Σ (rows of the class in the fold / rows of the class)² grows with this group in the fold. */
  costIn(fold: Float64Array): number {
    let cost = 0;
    for (const code of this.present) {
      const count = this.counts[code]!;
      cost += (2 * fold[code]! + count) * count * this.classWeights[code]!;
    }
    return cost;
  }

  addTo(fold: Float64Array): void {
    for (const code of this.present) fold[code]! += this.counts[code]!;
  }
}
