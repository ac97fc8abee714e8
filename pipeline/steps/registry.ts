import { closestNames } from "../closest_names.ts";
import { firstParamIssue } from "../param_issue.ts";
import { paramMetas } from "../param_meta.ts";
import { HealerError } from "../problem.ts";
import { borderlineSmote } from "./borderline_smote.ts";
import type { ColumnStep } from "./column_step.ts";
import { clipOutliers } from "./clip_outliers.ts";
import { dropConstant } from "./drop_constant.ts";
import { dropDuplicates } from "./drop_duplicates.ts";
import { impute } from "./impute.ts";
import { kMeansSmote } from "./k_means_smote.ts";
import { oversampleRandom } from "./oversample_random.ts";
import { stepProblem } from "./problems.ts";
import type { RowStep } from "./row_step.ts";
import { scale } from "./scale.ts";
import { selectAnova } from "./select_anova.ts";
import { selectChiSquared } from "./select_chi_squared.ts";
import { selectCorrelation } from "./select_correlation.ts";
import { selectFisher } from "./select_fisher.ts";
import { selectL1 } from "./select_l1.ts";
import { selectMutualInformation } from "./select_mutual_information.ts";
import { selectPermutation } from "./select_permutation.ts";
import { selectRecursiveElimination } from "./select_recursive_elimination.ts";
import { selectTreeImportance } from "./select_tree_importance.ts";
import { selectVariance } from "./select_variance.ts";
import { signedLog } from "./signed_log.ts";
import { smote } from "./smote.ts";
import { undersampleRandom } from "./undersample_random.ts";

/** Every column step, in the order forms and lists show them. */
export const columnSteps: readonly ColumnStep[] = [
  dropConstant,
  clipOutliers,
  signedLog,
  impute,
  scale,
  selectVariance,
  selectCorrelation,
  selectAnova,
  selectFisher,
  selectChiSquared,
  selectMutualInformation,
  selectL1,
  selectTreeImportance,
  selectPermutation,
  selectRecursiveElimination,
];

/** Every row step. */
export const rowSteps: readonly RowStep[] = [
  dropDuplicates,
  oversampleRandom,
  undersampleRandom,
  smote,
  borderlineSmote,
  kMeansSmote,
];

const byName: ReadonlyMap<string, ColumnStep | RowStep> = new Map(
  [...columnSteps, ...rowSteps].map((step) => [step.name, step]),
);

/** Whether there is a step of that name. */
export function isStep(name: string): boolean {
  return byName.has(name);
}

/**
 * The step of that name; its `role` tells which kind it is.
 *
 * @throws {HealerError} `steps/unknown-step`, with the names that are close.
 */
export function findStep(name: string): ColumnStep | RowStep {
  const step = byName.get(name);
  if (step !== undefined) return step;
  const similar = closestNames(name, [...byName.keys()], 3);
  throw new HealerError(stepProblem.unknownStep(name, similar));
}

/**
 * `params` with the step's defaults filled in.
 *
 * @throws {HealerError} `steps/bad-param`, naming the step, the param and what it allows.
 */
export function parseStepParams<Params>(
  step: Pick<ColumnStep<Params>, "name" | "params">,
  params: unknown,
): Params {
  const parsed = step.params.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = firstParamIssue(parsed.error, [...paramMetas(step.params).keys()]);
  throw new HealerError(stepProblem.badParam(step.name, issue));
}
