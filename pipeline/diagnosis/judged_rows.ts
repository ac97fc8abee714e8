import type { ModelFile } from "../model/model_file.ts";
import type { Judge, Judgement } from "./judge.ts";

/** What a model says of n rows, and how far that may be trusted. */
export interface JudgedRows {
  /** n×k row-major. */
  readonly probabilities: Float32Array;
  readonly judgement: Judgement;
  /** What it took. */
  readonly seconds: { readonly onnx: number; readonly judging: number };
}

/**
 * Runs the model on n×d `values` and judges its answers.
 *
 * @throws {HealerError} where the model cannot run
 */
export async function judgeRows(
  { model }: Pick<ModelFile, "model">,
  judge: Judge,
  values: Float32Array,
  rows: number,
): Promise<JudgedRows> {
  const started = performance.now();
  const probabilities = await model.runProbabilities(values, rows);
  const answered = performance.now();
  const judgement = judge.judge(values, probabilities, rows);
  const judged = performance.now();
  return {
    probabilities,
    judgement,
    seconds: { onnx: (answered - started) / 1000, judging: (judged - answered) / 1000 },
  };
}
