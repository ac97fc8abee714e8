import type { Split } from "../evaluation/split.ts";
import { partOf, type RunContext } from "../run_context.ts";
import type { FeatureMatrix, Labels } from "../table/feature_matrix.ts";
import { WorkerTeam } from "../worker_team.ts";
import { readFold, writeFold } from "./fold_checkpoint.ts";
import { type FoldAnswer, type FoldTask, runFold } from "./fold_task.ts";
import type { Recipe } from "./recipe.ts";

/**
 * Is told what came of each fold, in their order, as soon as those before it are known too; `isKept` where an
 * earlier attempt has left it.
 */
export type FoldListener = (fold: number, answer: FoldAnswer, isKept: boolean) => void;

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
   * Fits `recipe` on the training rows of every split, and predicts its test rows. What comes of a fold is left
   * in the checkpoint of the context, where there is one, and found there.
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
    const tasks = splits.map((split, index): FoldTask => ({
      recipe,
      matrix,
      labels,
      split,
      fold: index + 1,
    }));
    const answers = new Array<FoldAnswer>(tasks.length);
    const tell = inOrder(onFold);
    for (const [fold, { split: { test } }] of tasks.entries()) {
      const kept = readFold(context, fold, test.length * labels.classes.length);
      if (kept === undefined) continue;
      answers[fold] = kept;
      tell(fold, kept, true);
    }
    const missing = [...tasks.keys()].filter((fold) => answers[fold] === undefined);
    const part = partOf(context, 1 - missing.length / Math.max(1, tasks.length), 1);
    part.progress(0, {
      en: `training on ${splits.length} folds`,
      zh: `在 ${splits.length} 折上训练`,
    });
    await this.fit(missing.map((fold) => tasks[fold]!), part, (index, answer) => {
      const fold = missing[index]!;
      answers[fold] = answer;
      writeFold(context, fold, answer);
      tell(fold, answer, false);
    });
    return answers;
  }

  private async fit(
    tasks: readonly FoldTask[],
    context: RunContext,
    onAnswer: (index: number, answer: FoldAnswer) => void,
  ): Promise<void> {
    if (this.workers) {
      await this.workers.run(tasks, context, onAnswer);
      return;
    }
    for (const [index, task] of tasks.entries()) {
      const part = partOf(context, index / tasks.length, (index + 1) / tasks.length);
      onAnswer(index, await runFold(task, part));
    }
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
  const waiting = new Map<number, readonly [FoldAnswer, boolean]>();
  let next = 0;
  return (fold, ...answer) => {
    waiting.set(fold, answer);
    for (let known = waiting.get(next); known !== undefined; known = waiting.get(next)) {
      onFold(next++, ...known);
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
