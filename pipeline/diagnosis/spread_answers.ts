import { topTwoClasses } from "../evaluation/confusion_matrix.ts";
import type { ModelCard } from "../model/model_card.ts";
import type { DiagnosisBatch } from "./diagnosis.ts";
import type { Judgement } from "./judge.ts";
import type { Verdict } from "./verdict.ts";

/** Puts the judgements at the batch rows they belong to. */
export function spreadJudgement(
  { sets, novelty, verdicts }: Judgement,
  frameRows: Int32Array,
  rows: number,
  width: number,
): Judgement {
  const all: (Verdict | null)[] = new Array(rows).fill("unread");
  const allSets = sets === null ? null : new Uint8Array(rows * width);
  const allNovelty = novelty === null ? null : new Float32Array(rows).fill(NaN);
  for (const [frameRow, row] of frameRows.entries()) {
    all[row] = verdicts[frameRow] ?? null;
    if (sets !== null) {
      allSets?.set(sets.subarray(frameRow * width, (frameRow + 1) * width), row * width);
    }
    if (allNovelty !== null) allNovelty[row] = novelty?.[frameRow] ?? NaN;
  }
  return { sets: allSets, novelty: allNovelty, verdicts: all };
}

/** Puts the model's answers at the batch rows they belong to. */
export function spreadAnswers(
  frameRows: Int32Array,
  rows: number,
  { classes, decision_weights: weights }: ModelCard,
  answers: Float32Array,
): Pick<DiagnosisBatch, "diagnosis" | "confidence" | "runnerUp" | "probabilities"> {
  const width = classes.length;
  const diagnosis: (string | null)[] = new Array(rows).fill(null);
  const runnerUp: (string | null)[] = new Array(rows).fill(null);
  const confidence = new Float32Array(rows).fill(NaN);
  const probabilities = new Float32Array(rows * width).fill(NaN);
  for (const [frameRow, row] of frameRows.entries()) {
    const own = answers.subarray(frameRow * width, (frameRow + 1) * width);
    probabilities.set(own, row * width);
    const { first, second } = topTwoClasses(own, width, 0, weights);
    diagnosis[row] = classes[first] ?? null;
    confidence[row] = own[first]!;
    runnerUp[row] = classes[second] ?? null;
  }
  return { diagnosis, confidence, runnerUp, probabilities };
}
