import { rowGroups } from "../evaluation/group_folds.ts";
import { classSizes } from "../evaluation/stratified_folds.ts";
import type { Random } from "../random.ts";
import type { Labels } from "../table/feature_matrix.ts";

/** A resample of n rows. */
export interface Resample {
  /** The rows that were drawn, each as often as it was drawn, ascending. */
  readonly rows: Int32Array;
  /** For each of them its group, or the row itself: so that no copy is split from another. */
  readonly groups: Int32Array;
}

/**
 * A function that draws bootstrap resamples (Efron 1979): as many groups with replacement as there are,
 * among those with the same rarest class, so that no class is lost by chance. Rows without groups are a
 * group each; rows without labels are all of one class.
 */
export function bootstrapDraw(
  rowCount: number,
  labels: Labels | undefined,
): (random: Random) => Resample {
  const names = labels?.groups ?? Int32Array.from({ length: rowCount }, (_, row) => row);
  const { count, groupOf, rows, starts } = rowGroups(names);
  const strata = new Map<number, number[]>();
  const rarest = labels ? rarestClasses(labels, groupOf, count) : new Int32Array(count);
  rarest.forEach((code, group) => {
    const stratum = strata.get(code);
    if (stratum === undefined) strata.set(code, [group]);
    else stratum.push(group);
  });
  return (random) => {
    const drawn = new Int32Array(count);
    for (const groups of strata.values()) {
      for (let draw = 0; draw < groups.length; draw++) {
        drawn[groups[random.below(groups.length)]!]!++;
      }
    }
    const chosen: number[] = [];
    drawn.forEach((times, group) => {
      for (let copy = 0; copy < times; copy++) {
        for (let place = starts[group]!; place < starts[group + 1]!; place++) {
          chosen.push(rows[place]!);
        }
      }
    });
    const sorted = Int32Array.from(chosen).sort();
    return { rows: sorted, groups: sorted.map((row) => groupOf[row]!) };
  };
}

/** For each group the class among its rows that has the fewest rows in all, the first on ties. */
function rarestClasses(labels: Labels, groupOf: Int32Array, count: number): Int32Array {
  const sizes = classSizes(labels);
  const rarest = new Int32Array(count).fill(-1);
  labels.codes.forEach((code, row) => {
    const group = groupOf[row]!, known = rarest[group]!;
    const isRarer = known < 0 || sizes[code]! < sizes[known]! ||
      (sizes[code] === sizes[known] && code < known);
    if (isRarer) rarest[group] = code;
  });
  return rarest;
}
