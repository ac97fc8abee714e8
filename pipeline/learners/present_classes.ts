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
 * @param most The most classes that the learner can tell apart.
 * @throws {HealerError} `learners/no-rows` without rows, `learners/one-class` where all rows have one label,
 * `learners/too-many-classes` beyond `most`.
 */
export function presentClasses(
  labels: Labels,
  learner: string,
  most = Infinity,
): PresentClasses {
  const counts = labels.classes.map(() => 0);
  for (const code of labels.codes) counts[code]!++;
  const indices = [...counts.keys()].filter((code) => counts[code]! > 0);
  if (indices.length === 0) throw new HealerError(learnerProblem.noRows(learner));
  if (indices.length === 1) {
    throw new HealerError(learnerProblem.oneClass(learner, labels.classes[indices[0]!]!));
  }
  if (indices.length > most) {
    throw new HealerError(learnerProblem.tooManyClasses(learner, indices.length, most));
  }
  const position = counts.map((_, code) => indices.indexOf(code));
  return {
    indices,
    codes: labels.codes.map((code) => position[code]!),
    counts: indices.map((code) => counts[code]!),
  };
}
