import type { FittedNovelty } from "../model/fit_novelty.ts";
import type { ModelFile } from "../model/model_file.ts";
import { rowEntropies } from "../model/novelty_entropy.ts";
import { noveltyGrid, NoveltyQuantiles } from "../model/novelty_grid.ts";
import { NoveltyProjection } from "../model/novelty_projection.ts";
import { combined, doubtOf } from "../model/novelty_scores.ts";
import { readNovelty } from "../model/stored_novelty.ts";
import type { Notice } from "../problem.ts";

/** Says how strange rows are beside what a model was trained on. */
export interface NoveltyScorer {
  /** What the score does without, and why. */
  readonly notices: readonly Notice[];
  /**
   * n p-values in (0, 1]: the share of training-like rows, judged by models that had not seen them, that are as
   * strange as this one or stranger. NaN where the probabilities of a row are.
   *
   * @param values n×d raw features, row-major
   * @param probabilities n×k what the model says of them
   */
  pValues(values: Float32Array, probabilities: Float32Array, rows: number): Float32Array;
}

/**
 * The novelty score of a model: two strangenesses of a row together, the doubt in which the model and a linear
 * second opinion leave each other, and the distance from the training rows in the columns that tell classes apart.
 * It needs no training row, only what training keeps in the summary. Of a file without that it is the model's own
 * doubt, compared with its out-of-fold predictions; null where there are none either.
 *
 * @throws {HealerError} `model/broken-summary`, `model/broken-out-of-fold`
 */
export function openNovelty(model: ModelFile): NoveltyScorer | null {
  const stored = model.summary()?.novelty;
  return stored === undefined
    ? doubtAlone(model)
    : noveltyScorer(readNovelty(stored), model.card.features.length);
}

/** The score that was fitted to rows of `width` features. */
export function noveltyScorer(
  { space, temperature, ...grids }: FittedNovelty,
  width: number,
): NoveltyScorer {
  const classCount = space.constants.length;
  const projection = new NoveltyProjection(space);
  const together = new NoveltyQuantiles(grids.together);
  return {
    notices: [],
    pValues: (values, probabilities, rows) => {
      const projected = projection.project(values, width, rows);
      const doubt = doubtOf(probabilities, projected, classCount, temperature);
      return combined(doubt, projected.distances, grids).map((score) => together.pValue(score));
    },
  };
}

function doubtAlone(model: ModelFile): NoveltyScorer | null {
  const outOfFold = model.outOfFold();
  if (outOfFold === null || outOfFold.rows.length === 0) return null;
  const classCount = model.card.classes.length;
  const doubt = new NoveltyQuantiles(
    noveltyGrid(rowEntropies(outOfFold.probabilities, classCount)),
  );
  return {
    notices: [onlyDoubt],
    pValues: (_values, probabilities) =>
      rowEntropies(probabilities, classCount).map((entropy) => doubt.pValue(entropy)),
  };
}

const onlyDoubt: Notice = {
  code: "diagnosis/novelty-by-doubt",
  message: {
    en:
      "The model file keeps too little of its training to see how far rows are from it: rows count as an " +
      "unknown fault only where the model itself is undecided. Train it again to find more of them.",
    zh:
      "模型文件保留的训练信息不足，无法衡量样本与训练数据的距离：仅当模型自身难以判断时，才会视为未知故障。" +
      "重新训练模型可识别出更多未知故障。",
  },
};
