import { HealerError } from "../problem.ts";
import type { Labels } from "../table/feature_matrix.ts";
import { learnerProblem } from "./problems.ts";

/** The classes that have rows, for learners that can say nothing of the others. */
export interface PresentClasses {
  /** Indices into `labels.classes`, ascending, at least two. */
  readonly indices: readonly number[];
  /** For each row the position of its class in `indices`. */
  readonly codes: Int32Array;
  /** How many rows each of them has. */
  readonly counts: readonly number[];
}

/**
 * The classes that have rows, numbered anew.
 *
 * @throws {HealerError} `learners/no-rows` without rows, `learners/one-class` where all rows have one label.
 */
export function presentClasses(labels: Labels, learner: string): PresentClasses {
  const counts = labels.classes.map(() => 0);
  for (const code of labels.codes) counts[code]!++;
  const indices = [...counts.keys()].filter((code) => counts[code]! > 0);
  if (indices.length === 0) throw new HealerError(learnerProblem.noRows(learner));
  if (indices.length === 1) {
    throw new HealerError(learnerProblem.oneClass(learner, labels.classes[indices[0]!]!));
  }
  const position = counts.map((_, code) => indices.indexOf(code));
  return {
    indices,
    codes: labels.codes.map((code) => position[code]!),
    counts: indices.map((code) => counts[code]!),
  };
}
