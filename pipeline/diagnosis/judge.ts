import { type DecisionWeights, topTwoClasses } from "../evaluation/confusion_matrix.ts";
import type { ModelFile } from "../model/model_file.ts";
import { nameList } from "../name_list.ts";
import type { Notice } from "../problem.ts";
import { conformalSets } from "./conformal_sets.ts";
import { type NoveltyScorer, openNovelty } from "./novelty.ts";
import type { Verdict } from "./verdict.ts";

/** What may be said of n rows, and how surely. */
export interface Judgement {
  /**
   * n×k: 1 where the class is in the prediction set of the row; null where the model cannot make sets. A set may
   * lack the diagnosis, where rows of that class look clearer as a rule.
   */
  readonly sets: Uint8Array | null;
  /** n p-values in (0, 1]: how usual rows as strange as this one are; null where the model cannot tell. */
  readonly novelty: Float32Array | null;
  /** n; null for rows that the model cannot judge, since it can make no sets. */
  readonly verdicts: readonly (Verdict | null)[];
}

/** Judges how far the diagnoses of a model may be trusted. */
export interface Judge {
  readonly errorRate: number;
  /** What the model cannot judge, and why. */
  readonly notices: readonly Notice[];
  /**
   * @param values n×d row-major, NaN = missing
   * @param probabilities n×k row-major, what the model says of these rows
   */
  judge(values: Float32Array, probabilities: Float32Array, rows: number): Judgement;
}

/** How a judge is to judge. */
export interface JudgeOptions {
  /** The share of wrong answers that is accepted. */
  readonly errorRate: number;
  /** The novelty score of the model where it is at hand: it is the same for every error rate. */
  readonly scorer?: NoveltyScorer | null;
}

/**
 * A judge who accepts a share `errorRate` of wrong answers.
 *
 * @throws {HealerError} `model/broken-out-of-fold`
 */
export function openJudge(
  model: ModelFile,
  { errorRate, scorer = openNovelty(model) }: JudgeOptions,
): Judge {
  const { classes, features, decision_weights: weights } = model.card;
  const outOfFold = model.outOfFold();
  const conformal = outOfFold === null
    ? null
    : conformalSets(outOfFold, { errorRate, ...(weights === undefined ? {} : { weights }) });
  let isUsedToEmptyRows: boolean | undefined;
  return {
    errorRate,
    notices: [
      ...(conformal === null ? [noOutOfFold] : sharedLimitNotices(conformal.sharing, errorRate)),
      ...(scorer?.notices ?? [noNovelty]),
    ],
    judge: (values, probabilities, rows) => {
      const sets = conformal?.setsOf(probabilities) ?? null;
      const empty = emptyRows(values, features.length, rows);
      if (sets !== null && empty.length > 0 && !(isUsedToEmptyRows ??= hadEmptyRows(model))) {
        for (const row of empty) sets.fill(1, row * classes.length, (row + 1) * classes.length);
      }
      const novelty = scorer?.pValues(values, probabilities, rows) ?? null;
      const verdicts = Array.from({ length: rows }, (_, row): Verdict | null => {
        if (novelty !== null && novelty[row]! <= errorRate) return "unknown";
        return sets === null ? null : verdictOf(sets, probabilities, classes.length, row, weights);
      });
      return { sets, novelty, verdicts };
    },
  };
}

/** Whether rows without any value may have been among those of the training. */
function hadEmptyRows(model: ModelFile): boolean {
  const columns = model.summary()?.columns ?? [];
  return columns.length > 0 && columns.every(({ missing_share: share }) => share > 0);
}

/**
 * The rows without any value. Every class is possible there: what a model says of them stems from the values that
 * it fills in.
 */
function emptyRows(values: Float32Array, width: number, rows: number): number[] {
  const empty: number[] = [];
  for (let row = 0; row < rows; row++) {
    let column = 0;
    while (column < width && Number.isNaN(values[row * width + column])) column++;
    if (column === width) empty.push(row);
  }
  return empty;
}

/** "one" where the diagnosis is in the set and alone there; an empty set leaves several just as bad. */
function verdictOf(
  sets: Uint8Array,
  probabilities: Float32Array,
  width: number,
  row: number,
  weights: DecisionWeights | undefined,
): Verdict {
  const { first } = topTwoClasses(probabilities, width, row, weights);
  let size = 0;
  for (let cell = row * width; cell < (row + 1) * width; cell++) size += sets[cell]!;
  return size === 1 && sets[row * width + first] === 1 ? "one" : "several";
}

function sharedLimitNotices(sharing: readonly string[], errorRate: number): Notice[] {
  if (sharing.length === 0) return [];
  const names = nameList(sharing);
  const percent = Number((100 * errorRate).toFixed(1));
  return [{
    code: "diagnosis/few-calibration-rows",
    message: {
      en:
        `The model has seen too few rows of ${names.en} to promise for each of these classes that at ` +
        `most ${percent} % of its rows are missed; they are judged like all rows together.`,
      zh:
        `类别 ${names.zh} 的训练样本过少，无法单独保证其漏判率不超过 ${percent}%；对它们按全部样本的整体标准判断。`,
    },
  }];
}

const noOutOfFold: Notice = {
  code: "diagnosis/no-out-of-fold",
  message: {
    en:
      "The model file has no cross-validated predictions, so it cannot say which other classes a row may " +
      "have. Train it with folds to get prediction sets.",
    zh:
      "模型文件中没有交叉验证的预测结果，无法给出每行可能的其他类别。请在训练时启用交叉验证以获得预测集。",
  },
};

const noNovelty: Notice = {
  code: "diagnosis/no-novelty",
  message: {
    en:
      "The model file keeps too little of its training to tell rows of an unknown fault from known ones.",
    zh: "模型文件保留的训练信息不足，无法区分未知故障与已知故障。",
  },
};
