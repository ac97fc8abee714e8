import { accuracy, macroF1 } from "../evaluation/classification_metrics.ts";
import { confusionMatrix } from "../evaluation/confusion_matrix.ts";
import type { Notice } from "../problem.ts";
import { type Labels, takeLabels } from "../table/feature_matrix.ts";

/** How well trees tell rows that were not drawn for them (Breiman, "Out-of-bag estimation", 1996). */
export interface OutOfBagScore {
  /** How many rows some tree had not seen. */
  readonly rows: number;
  readonly accuracy: number;
  readonly macroF1: number;
}

/**
 * The score of n×k votes; null where no row has any, and with groups: there every tree has seen kin of every
 * row.
 */
export function outOfBagScore(labels: Labels, votes: Int32Array): OutOfBagScore | null {
  const classCount = labels.classes.length;
  const rows: number[] = [];
  const predictions: number[] = [];
  for (let row = 0; row < labels.codes.length; row++) {
    let best = -1, most = 0;
    for (let code = 0; code < classCount; code++) {
      const sum = votes[row * classCount + code]!;
      if (sum <= most) continue;
      best = code;
      most = sum;
    }
    if (best < 0) continue;
    rows.push(row);
    predictions.push(best);
  }
  if (rows.length === 0 || labels.groups !== undefined) return null;
  const { counts } = confusionMatrix(takeLabels(labels, rows), Int32Array.from(predictions));
  return {
    rows: rows.length,
    accuracy: accuracy(counts, classCount),
    macroF1: macroF1(counts, classCount),
  };
}

/** Tells the user of an out-of-bag score. */
export function outOfBagNotice({ rows, accuracy, macroF1 }: OutOfBagScore): Notice {
  const [f1, hits, count] = [macroF1.toFixed(3), accuracy.toFixed(3), rows.toLocaleString("en")];
  return {
    code: "learners/out-of-bag",
    message: {
      en: `Out-of-bag macro-F1 ${f1}, accuracy ${hits}: each of ${count} rows predicted by the ` +
        "trees that had not seen it.",
      zh: `袋外（OOB）宏平均 F1 为 ${f1}，准确率为 ${hits}：${count} 行均由未见过该行的树预测。`,
    },
  };
}
