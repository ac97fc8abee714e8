import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import { HealerError } from "../problem.ts";
import { partOf } from "../run_context.ts";
import {
  fitMember,
  type FittedMember,
  lowerMember,
  membersParam,
  memberVersions,
  predictMember,
} from "./ensemble_member.ts";
import type { Learner } from "./learner.ts";
import { presentClasses } from "./present_classes.ts";
import { learnerProblem } from "./problems.ts";

const params = z.strictObject({
  members: membersParam,
  weights: z.array(z.number().min(0).max(1e6)).max(30).default([]).meta(
    {
      label: { en: "Weights", zh: "权重" },
      help: {
        en: "How much each member counts, in their order; without any, all count the same.",
        zh: "各成员的权重，顺序与成员一致；留空则权重相同。",
      },
    } satisfies ParamMeta,
  ),
});

/** The params of {@linkcode voting}. */
export type VotingParams = z.output<typeof params>;

/** What {@linkcode voting} has learnt. */
export interface VotingFitted {
  readonly members: readonly FittedMember[];
  /** One for each member, float32, summing to 1. */
  readonly weights: Float32Array;
}

/**
 * Soft voting: the weighted mean of the class probabilities of several learners, each with its own steps. All
 * of them learn from all rows.
 */
export const voting: Learner<VotingParams, VotingFitted> = {
  name: "voting",
  version: 1,
  title: { en: "Voting", zh: "投票集成" },
  summary: {
    en: "Averages the probabilities of several learners: steadier than each of them.",
    zh: "对多个学习器的概率取平均：比单个学习器更稳健。",
  },
  params,
  defaultSteps: [],
  versionsUsed: ({ members }) => memberVersions(members),

  fit: async (matrix, labels, { members, weights }, context) => {
    presentClasses(labels, voting.name);
    const shares = sharesOf(weights, members.length);
    const fitted: FittedMember[] = [];
    for (const [index, member] of members.entries()) {
      const part = partOf(context, index / members.length, (index + 1) / members.length);
      part.progress(0);
      const notice = context.notice.bind(context);
      fitted.push(await fitMember(member, { matrix, labels }, { ...part, notice }));
    }
    return { members: fitted, weights: shares };
  },

  predict: ({ members, weights }, matrix) => {
    const sums = members.map((member, index) =>
      scaled(predictMember(member, matrix), weights[index]!)
    );
    return sums.reduce((sum, next) => sum.map((share, cell) => share + next[cell]!));
  },

  // Float32 multiplications and additions in the order of `predict`: the same probabilities to the last bit.
  lower: ({ members, weights }, graph, input) =>
    members.map((member, index) =>
      graph.node("Mul", [
        lowerMember(member, graph, input),
        graph.floats("weight", [weights[index]!], []),
      ])
    ).reduce((sum, next) => graph.node("Add", [sum, next])),
};

/**
 * A voting ensemble of members that are fitted already.
 *
 * @param weights One for each member, or none at all.
 * @throws {HealerError} `learners/bad-param` where the weights do not fit the members.
 */
export function assembleVoting(
  members: readonly FittedMember[],
  weights: readonly number[] = [],
): VotingFitted {
  return { members, weights: sharesOf(weights, members.length) };
}

/** Weights that sum to 1. */
function sharesOf(weights: readonly number[], members: number): Float32Array {
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 0) return new Float32Array(members).fill(1 / members);
  if (weights.length !== members || sum <= 0) {
    const allowed = {
      en: `${members} weights, one for each member, not all of them 0; or none`,
      zh: `${members} 个权重，与成员一一对应且不全为 0；或留空`,
    };
    throw new HealerError(learnerProblem.badParam(voting.name, { param: "weights", allowed }));
  }
  return Float32Array.from(weights, (weight) => weight / sum);
}

function scaled(probabilities: Float32Array, weight: number): Float32Array {
  return probabilities.map((share) => share * weight);
}
