import { z } from "zod";
import type { GraphBuilder } from "../onnx/graph_builder.ts";
import { firstParamIssue } from "../param_issue.ts";
import { type ParamMeta, paramMetas } from "../param_meta.ts";
import { partOf, silently } from "../run_context.ts";
import { columnSteps, rowSteps } from "../steps/registry.ts";
import type { LabelledRows } from "../steps/row_step.ts";
import {
  applySteps,
  fitSteps,
  type FittedSteps,
  lowerSteps,
  type StepList,
} from "../steps/step_chain.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import type { Learner, TrainingContext } from "./learner.ts";
import { singleLearners } from "./single_learners.ts";

/** A member of an ensemble, with every param written out. */
export interface MemberChoice {
  /** The name of a single learner. */
  readonly learner: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Its own steps, which act on what the ensemble gets. */
  readonly steps: StepList;
}

/** A member after training; plain data but for the names that lead to its steps and learner. */
export interface FittedMember {
  readonly learner: string;
  readonly steps: FittedSteps;
  readonly fitted: unknown;
}

/** The share of a member's progress that goes to its steps. */
const stepsShare = 0.1;

/** More would not fit into a form or a file. */
const mostMembers = 30;

const learnerNamed = new Map(singleLearners.map((learner) => [learner.name, learner]));
const stepNamed = new Map([...columnSteps, ...rowSteps].map((step) => [step.name, step]));

const record = z.record(z.string(), z.unknown());
const learnerName = z.enum([...learnerNamed.keys()]);
const stepName = z.enum([...stepNamed.keys()]);

/** A learner's name, for its own params and steps, or the three written out; params may leave out defaults. */
const memberSchema = z.union([
  learnerName,
  z.strictObject({
    learner: learnerName,
    params: record.exactOptional(),
    steps: z.array(z.strictObject({ step: stepName, params: record.exactOptional() }))
      .exactOptional(),
  }),
]).transform((choice, { issues }): MemberChoice => {
  const { learner, params, steps } = typeof choice === "string"
    ? { learner: choice, params: undefined, steps: undefined }
    : choice;
  const complete = (
    schema: z.ZodType,
    given: unknown = {},
    path: readonly PropertyKey[],
  ): Record<string, unknown> => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return record.parse(parsed.data);
    const { param, allowed } = firstParamIssue(parsed.error, [...paramMetas(schema).keys()]);
    const place = param === "" ? [] : param.split(".");
    issues.push({ code: "custom", input: given, path: [...path, ...place], params: { allowed } });
    return {};
  };
  const { params: schema, defaultSteps } = memberLearner(learner);
  return {
    learner,
    params: complete(schema, params, ["params"]),
    steps: (steps ?? defaultSteps).map(({ step, params }, index) => ({
      step,
      params: complete(memberStep(step).params, params, ["steps", index, "params"]),
    })),
  };
});

/** The param that lists the members of an ensemble. */
export const membersParam = z.array(memberSchema).min(1).max(mostMembers)
  .prefault(["random-forest", "gradient-boosting", "logistic-regression"])
  .meta(
    {
      label: { en: "Members", zh: "成员学习器" },
      help: {
        en: "The learners that are asked, each with its own steps in front.",
        zh: "参与集成的学习器，每个成员使用各自的预处理步骤。",
      },
      options: Object.fromEntries(singleLearners.map(({ name, title }) => [name, title])),
    } satisfies ParamMeta,
  );

/** The versions of all learners and steps that the members are made of, by name. */
export function memberVersions(members: readonly MemberChoice[]): Record<string, number> {
  return Object.fromEntries(members.flatMap(({ learner, steps }): [string, number][] => [
    [learner, memberLearner(learner).version],
    ...steps.map(({ step }): [string, number] => [step, memberStep(step).version]),
  ]));
}

/**
 * Fits the steps of a member and then its learner; row steps act on these rows only. The seed is the
 * ensemble's, so that a member is what the same recipe would be alone.
 */
export async function fitMember(
  { learner: name, params, steps: list }: MemberChoice,
  rows: LabelledRows,
  context: TrainingContext,
): Promise<FittedMember> {
  const learner = memberLearner(name);
  const share = list.length > 0 ? stepsShare : 0;
  // The curves of several members are no curve of the whole.
  const prepared = fitSteps(list, rows, silently(partOf(context, 0, share)));
  const fitted = await learner.fit(
    prepared.rows.matrix,
    prepared.rows.labels,
    learner.params.parse(params),
    { ...silently(partOf(context, share, 1)), notice: (notice) => context.notice(notice) },
  );
  return { learner: name, steps: prepared.steps, fitted };
}

/** n×k class probabilities of a member. */
export function predictMember(
  { learner, steps, fitted }: FittedMember,
  matrix: FeatureMatrix,
): Float32Array {
  return memberLearner(learner).predict(fitted, applySteps(steps, matrix));
}

/** Adds a member, its steps included, to a graph; returns the name of its probabilities. */
export function lowerMember(
  { learner, steps, fitted }: FittedMember,
  graph: GraphBuilder,
  input: string,
): string {
  return memberLearner(learner).lower(fitted, graph, lowerSteps(steps, graph, input));
}

function memberLearner(name: string): Learner {
  const learner = learnerNamed.get(name);
  if (learner === undefined) throw new TypeError(`Cannot ask "${name}": it is no single learner.`);
  return learner;
}

function memberStep(name: string) {
  const step = stepNamed.get(name);
  if (step === undefined) throw new TypeError(`Cannot take the step "${name}": there is none.`);
  return step;
}
