import { topTwoClasses } from "../evaluation/confusion_matrix.ts";
import type { ModelFile } from "../model/model_file.ts";
import type { Notice } from "../problem.ts";
import { conformalSets } from "./conformal_sets.ts";
import { openNovelty } from "./novelty.ts";
import type { Verdict } from "./verdict.ts";

/** What may be said of n rows, and how surely. */
export interface Judgement {
  /** n×k: 1 where the class is in the prediction set of the row; null where the model cannot make sets. */
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

/**
 * A judge who accepts a share `errorRate` of wrong answers. The diagnosis is in the set of every row, so that no
 * set is empty.
 *
 * @throws {HealerError} `model/broken-out-of-fold`
 */
export function openJudge(
  model: ModelFile,
  { errorRate }: { readonly errorRate: number },
): Judge {
  const { classes, decision_weights: weights } = model.card;
  const width = classes.length;
  const outOfFold = model.outOfFold();
  const conformal = outOfFold === null ? null : conformalSets(outOfFold, errorRate);
  const scorer = openNovelty(model);
  const verdictOf = (sets: Uint8Array | null, pValue: number, row: number): Verdict | null => {
    if (pValue <= errorRate) return "unknown";
    if (sets === null) return null;
    let size = 0;
    for (let cell = row * width; cell < (row + 1) * width; cell++) size += sets[cell]!;
    return size === 1 ? "one" : "several";
  };
  return {
    errorRate,
    notices: [
      ...(conformal === null ? [noOutOfFold] : []),
      ...(scorer?.notices ?? [noNovelty]),
    ],
    judge: (values, probabilities, rows) => {
      const sets = conformal?.setsOf(probabilities) ?? null;
      const novelty = scorer?.pValues(values, probabilities, rows) ?? null;
      const verdicts = new Array<Verdict | null>(rows);
      for (let row = 0; row < rows; row++) {
        if (sets !== null) {
          sets[row * width + topTwoClasses(probabilities, width, row, weights).first] = 1;
        }
        verdicts[row] = verdictOf(sets, novelty?.[row] ?? 1, row);
      }
      return { sets, novelty, verdicts };
    },
  };
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
