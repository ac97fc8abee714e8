import { type DecisionWeights, predictedClasses } from "../evaluation/confusion_matrix.ts";
import type { Labels } from "../table/feature_matrix.ts";
import {
  calibrate,
  type Calibration,
  type CalibrationMethod,
  fitCalibration,
} from "./calibration.ts";
import { tuneDecision } from "./decision_weights.ts";

/** What stands between a learner's probabilities and the diagnosis. */
export interface PostProcessing {
  /** Corrects the probabilities; null leaves them as they are. */
  readonly calibration: Calibration | null;
  /** Weigh the probabilities where a class is named, and nowhere else; null = the greatest probability wins. */
  readonly weights: DecisionWeights | null;
}

/** Which post-processing is wanted. */
export interface PostProcessingOptions {
  readonly calibration: CalibrationMethod;
  /** Whether decision weights are tuned for macro-F1. */
  readonly tuneDecision: boolean;
}

/**
 * Fits what is wanted, the weights on the calibrated probabilities.
 *
 * @param probabilities n×k row-major, of models that have not seen the rows
 * @param onStep is called often, to tell the progress
 */
export function fitPostProcessing(
  labels: Labels,
  probabilities: Float32Array,
  options: PostProcessingOptions,
  onStep: () => void,
): PostProcessing {
  const calibration = options.calibration === "none"
    ? null
    : fitCalibration(options.calibration, labels, probabilities, onStep);
  if (!options.tuneDecision) return { calibration, weights: null };
  const calibrated = calibration
    ? calibrate(calibration, probabilities, labels.classes.length)
    : probabilities;
  return { calibration, weights: tuneDecision(labels, calibrated, onStep) };
}

/** The final probabilities (n×k row-major) and the classes named by them. */
export function postProcess(
  { calibration, weights }: PostProcessing,
  probabilities: Float32Array,
  classCount: number,
): { readonly probabilities: Float32Array; readonly predictions: Int32Array } {
  const final = calibration ? calibrate(calibration, probabilities, classCount) : probabilities;
  return {
    probabilities: final,
    predictions: predictedClasses(final, classCount, weights ?? undefined),
  };
}
