import type { Split } from "../evaluation/split.ts";
import { partOf, type RunContext, silently } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { WorkerTeam } from "../worker_team.ts";
import { type FoldAnswer, type FoldTask, runFold } from "./fold_task.ts";
import type { Recipe } from "./recipe.ts";

/** Is told what came of each fold, in their order, as soon as those before it are known too. */
export type FoldListener = (fold: number, answer: FoldAnswer) => void;

/**
 * Fits recipes on the folds of one table: side by side on workers that share its rows, or one after the other
 * where there is no thread to spare. The answers are the same either way. `using` ends the workers.
 */
export class FoldTeam implements Disposable {
  private readonly matrix: FeatureMatrix;
  private readonly labels: Labels;
  private readonly workers: WorkerTeam<FoldTask, FoldAnswer> | undefined;

  /**
   * @param threads How many workers there are; none where this is undefined, so that all work is done here.
   */
  constructor(matrix: FeatureMatrix, labels: Labels, threads: number | undefined) {
    if (threads === undefined) {
      this.matrix = matrix;
      this.labels = labels;
    } else {
      this.matrix = { ...matrix, values: sharedCopy(matrix.values, Float32Array) };
      this.labels = sharedLabels(labels);
      this.workers = new WorkerTeam(new URL("./fold_worker.ts", import.meta.url), threads);
    }
  }

  /**
   * Fits `recipe` on the training rows of every split, and predicts its test rows.
   *
   * @throws {HealerError} for rows that a step or the learner cannot learn from, when cancelled.
   */
  async run(
    recipe: Recipe,
    splits: readonly Split[],
    context: RunContext,
    onFold: FoldListener = () => {},
  ): Promise<FoldAnswer[]> {
    const { matrix, labels } = this;
    const tasks = splits.map((split): FoldTask => ({ recipe, matrix, labels, split }));
    context.progress(0, {
      en: `training on ${splits.length} folds`,
      zh: `在 ${splits.length} 折上训练`,
    });
    if (this.workers) return await this.workers.run(tasks, context, inOrder(onFold));
    const answers: FoldAnswer[] = [];
    for (const [fold, task] of tasks.entries()) {
      const part = partOf(context, fold / tasks.length, (fold + 1) / tasks.length);
      answers.push(await runFold(task, silently(part)));
      onFold(fold, answers[fold]!);
    }
    return answers;
  }

  [Symbol.dispose](): void {
    this.workers?.[Symbol.dispose]();
  }
}

/** How many workers `folds` folds can use; undefined where they would gain nothing. */
export function foldWorkers(folds: number, threads = 1): number | undefined {
  const workers = Math.min(folds, threads);
  return workers > 1 ? workers : undefined;
}

function inOrder(onFold: FoldListener): FoldListener {
  const waiting = new Map<number, FoldAnswer>();
  let next = 0;
  return (fold, answer) => {
    waiting.set(fold, answer);
    for (let known = waiting.get(next); known !== undefined; known = waiting.get(next)) {
      onFold(next++, known);
    }
  };
}

function sharedLabels({ classes, codes, groups }: Labels): Labels {
  return {
    classes,
    codes: sharedCopy(codes, Int32Array),
    ...(groups ? { groups: sharedCopy(groups, Int32Array) } : {}),
  };
}

function sharedCopy<Values extends Float32Array | Int32Array>(
  values: Values,
  type: new (buffer: SharedArrayBuffer) => Values,
): Values {
  const copy = new type(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}
