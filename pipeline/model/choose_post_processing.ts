import { macroF1 } from "../evaluation/classification_metrics.ts";
import { confusionMatrix } from "../evaluation/confusion_matrix.ts";
import type { Notice } from "../problem.ts";
import { crossFit } from "./cross_fit.ts";
import { modelNotice } from "./notices.ts";
import type { OutOfFold } from "./out_of_fold.ts";
import {
  fitPostProcessing,
  type PostProcessing,
  type PostProcessingOptions,
} from "./post_processing.ts";

/** A post-processing, and what predictions are like under it. */
export interface ChosenPostProcessing {
  readonly postProcessing: PostProcessing;
  /** Cross-fitted: to be scored. */
  readonly outOfFold: OutOfFold;
  readonly notices: readonly Notice[];
}

/** So many out-of-fold rows a temperature or decision weights need, */
const fewestRows = 50;

/** and isotonic curves, which bend to chance more easily, so many of every class that occurs. */
const fewestRowsOfClass = 20;

/**
 * Fits the post-processing on all out-of-fold predictions, and cross-fits them for its score. What there are
 * too few rows for is left out, and so are decision weights that do not raise the cross-fitted macro-F1; notices
 * say so.
 *
 * @param onStep is called often, to tell the progress
 */
export function choosePostProcessing(
  unprocessed: OutOfFold,
  wanted: PostProcessingOptions,
  onStep: () => void,
): ChosenPostProcessing {
  const { possible, notices } = withEnoughRows(unprocessed, wanted);
  const plain = { ...possible, tuneDecision: false };
  const calibrated = possible.calibration === "none"
    ? unprocessed
    : crossFit(unprocessed, plain, onStep);
  const fit = (options: PostProcessingOptions): PostProcessing =>
    fitPostProcessing(unprocessed.labels, unprocessed.probabilities, options, onStep);
  if (!possible.tuneDecision) {
    return { postProcessing: fit(plain), outOfFold: calibrated, notices };
  }
  const tuned = crossFit(unprocessed, possible, onStep);
  const postProcessing = fit(possible);
  const [before, after] = [scoreOf(calibrated), scoreOf(tuned)];
  if (postProcessing.weights !== null && after > before) {
    return { postProcessing, outOfFold: tuned, notices };
  }
  return {
    postProcessing: { ...postProcessing, weights: null },
    outOfFold: calibrated,
    notices: [...notices, modelNotice.decisionNotKept(before, after)],
  };
}

function withEnoughRows(
  { labels, foldOf }: OutOfFold,
  wanted: PostProcessingOptions,
): { possible: PostProcessingOptions; notices: Notice[] } {
  const notices: Notice[] = [];
  const rows = labels.codes.length, folds = new Set(foldOf).size;
  const canFit = folds >= 2 && rows >= fewestRows;
  let { calibration, tuneDecision } = wanted;
  if (calibration === "isotonic" && canFit) {
    const sizes = labels.classes.map(() => 0);
    for (const code of labels.codes) sizes[code]!++;
    const rare = labels.classes.filter((_, code) =>
      sizes[code]! > 0 && sizes[code]! < fewestRowsOfClass
    );
    if (rare.length > 0) {
      notices.push(modelNotice.tooFewRowsOfClasses(rare, fewestRowsOfClass));
      calibration = "none";
    }
  } else if (calibration !== "none" && !canFit) {
    notices.push(modelNotice.notCalibrated(rows, folds, fewestRows));
    calibration = "none";
  }
  if (tuneDecision && !canFit) {
    notices.push(modelNotice.decisionNotTuned(rows, folds, fewestRows));
    tuneDecision = false;
  }
  return { possible: { calibration, tuneDecision }, notices };
}

function scoreOf({ labels, predictions }: OutOfFold): number {
  return macroF1(confusionMatrix(labels, predictions).counts, labels.classes.length);
}
