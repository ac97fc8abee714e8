import { checkpointOf } from "../checkpoint.ts";
import type { ModelFile } from "../model/model_file.ts";
import { HealerError } from "../problem.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix } from "../table/feature_matrix.ts";
import { backgroundRows } from "./background_rows.ts";
import { predictedClasses } from "./confusion_matrix.ts";
import { type Contributions, openTreeExplainer } from "./explain_by_trees.ts";
import type { Explanation } from "./explanation.ts";
import { permutationShap } from "./permutation_shap.ts";
import { evaluationProblem } from "./problems.ts";

/** How contributions are found: from the trees where that is exact, else by permutations. */
export const explanationMethods = ["auto", "tree", "permutation"] as const;

/** How rows shall be explained. */
export interface ExplainOptions {
  readonly method: typeof explanationMethods[number];
  /**
   * All classes; or only the most probable one of each row, or the one of that number, which takes less time
   * and memory.
   */
  readonly classes: "all" | "predicted" | number;
  /** How many reference rows of the model the permutations start from. */
  readonly backgroundRows: number;
}

/** The share of the progress that goes to the probabilities. */
const predictingShare = 0.02;

/**
 * Explains what a model file says of raw rows by SHAP values: exact ones where the file is made of trees whose
 * columns each come from one feature, else sampled ones. Nothing but the file is needed; its probabilities are
 * those of the file itself.
 *
 * @param matrix The raw rows, with the features of the model's card in their order.
 * @throws {HealerError} `evaluation/nothing-to-explain`, `evaluation/not-trees` where trees were asked for,
 * `evaluation/no-summary` where there is nothing to compare with, or when cancelled
 */
export async function explainRows(
  file: ModelFile,
  matrix: FeatureMatrix,
  options: ExplainOptions,
  context: RunContext,
): Promise<Explanation> {
  if (matrix.rows === 0) throw new HealerError(evaluationProblem.nothingToExplain());
  const { card, model } = file;
  context.progress(0);
  const probabilities = await model.runProbabilities(matrix.values, matrix.rows);
  const predicted = predictedClasses(
    probabilities,
    card.classes.length,
    card.decision_weights,
  );
  const classOf = explainedClasses(options.classes, predicted);
  const part = { ...partOf(context, predictingShare, 1), ...checkpointOf(context, "shap") };
  const exact = options.method === "permutation"
    ? null
    : await explainByTrees(file, matrix, probabilities, classOf, part);
  if (exact === null && options.method === "tree") {
    throw new HealerError(evaluationProblem.notTrees());
  }
  const found = exact ?? await explainByPermutations(file, matrix, classOf, options, part);
  context.progress(1);
  return {
    ...found,
    features: matrix.names,
    classes: card.classes,
    rows: matrix.rows,
    probabilities,
    predicted,
    classOf,
  };
}

function explainedClasses(
  wanted: ExplainOptions["classes"],
  predicted: Int32Array,
): Int32Array | null {
  if (wanted === "all") return null;
  return wanted === "predicted" ? predicted : new Int32Array(predicted.length).fill(wanted);
}

async function explainByTrees(
  file: ModelFile,
  matrix: FeatureMatrix,
  probabilities: Float32Array,
  classOf: Int32Array | null,
  context: RunContext,
): Promise<Contributions | null> {
  await using explainer = await openTreeExplainer(file.onnx());
  if (explainer === null) return null;
  return await explainer.explain(matrix, probabilities, classOf, context);
}

async function explainByPermutations(
  { model, summary }: ModelFile,
  matrix: FeatureMatrix,
  classOf: Int32Array | null,
  options: ExplainOptions,
  context: RunContext,
): Promise<Contributions> {
  const known = summary();
  if (known === null) throw new HealerError(evaluationProblem.noSummary());
  const count = options.backgroundRows;
  const background = backgroundRows(known, matrix.names, count, context.seed);
  const sampled = await permutationShap(model.runProbabilities, matrix, {
    background,
    // Fewer reference rows than asked for are gone through more often.
    rounds: Math.ceil(count / background.rows),
    ...(classOf ? { outputOf: classOf } : {}),
  }, context);
  return { method: "permutation", unit: "probability", ...sampled };
}
