import { takeLabels } from "../table/feature_matrix.ts";
import { type OutOfFold, takePredictions } from "./out_of_fold.ts";
import { fitPostProcessing, postProcess, type PostProcessingOptions } from "./post_processing.ts";

/**
 * The out-of-fold predictions, those of each fold post-processed by what was fitted on the other folds alone: a
 * row's own label has no say in its prediction. Where folds are ordered by time, the others may lie later: what is
 * fitted has so few numbers that this tells little of the row. `onStep` is called often, to tell the progress.
 */
export function crossFit(
  unprocessed: OutOfFold,
  options: PostProcessingOptions,
  onStep: () => void,
): OutOfFold {
  const { labels, foldOf } = unprocessed;
  const classCount = labels.classes.length;
  const probabilities = new Float32Array(unprocessed.probabilities.length);
  const predictions = new Int32Array(foldOf.length);
  const positions = Int32Array.from(foldOf.keys());
  for (const fold of new Set(foldOf)) {
    const own = positions.filter((position) => foldOf[position] === fold);
    const others = positions.filter((position) => foldOf[position] !== fold);
    const fitted = fitPostProcessing(
      takeLabels(labels, others),
      takePredictions(unprocessed.probabilities, classCount, others),
      options,
      onStep,
    );
    const predicted = postProcess(
      fitted,
      takePredictions(unprocessed.probabilities, classCount, own),
      classCount,
    );
    for (const [index, position] of own.entries()) {
      const start = index * classCount;
      const row = predicted.probabilities.subarray(start, start + classCount);
      probabilities.set(row, position * classCount);
      predictions[position] = predicted.predictions[index]!;
    }
  }
  return { ...unprocessed, probabilities, predictions };
}
