import { closestNames } from "../closest_names.ts";
import { firstParamIssue } from "../param_issue.ts";
import { paramMetas } from "../param_meta.ts";
import { HealerError } from "../problem.ts";
import type { Learner } from "./learner.ts";
import { learnerProblem } from "./problems.ts";
import { singleLearners } from "./single_learners.ts";
import { stacking } from "./stacking.ts";
import { voting } from "./voting.ts";

/** Every learner, in the order forms and lists show them; the first is the default. */
export const learners: readonly Learner[] = [...singleLearners, voting, stacking];

/**
 * The learner of that name.
 *
 * @throws {HealerError} `learners/unknown-learner`, with the names that are close.
 */
export function findLearner(name: string): Learner {
  const learner = learners.find((candidate) => candidate.name === name);
  if (learner !== undefined) return learner;
  const similar = closestNames(name, learners.map((candidate) => candidate.name), 3);
  throw new HealerError(learnerProblem.unknownLearner(name, similar));
}

/**
 * `params` with the learner's defaults filled in.
 *
 * @throws {HealerError} `learners/bad-param`, naming the learner, the param and what it allows.
 */
export function parseLearnerParams<Params>(
  learner: Pick<Learner<Params>, "name" | "params">,
  params: unknown,
): Params {
  const parsed = learner.params.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = firstParamIssue(parsed.error, [...paramMetas(learner.params).keys()]);
  throw new HealerError(learnerProblem.badParam(learner.name, issue));
}
