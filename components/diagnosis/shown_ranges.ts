import type { FeatureEvidence, RowAnswer } from "@/pipeline/diagnosis/row_answer.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { NameFault } from "../fault_catalogue.ts";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import type { Range } from "./range_words.ts";

/** One of the two ranges that a value is held against. */
export interface ShownRange {
  of(evidence: FeatureEvidence): Range | null;
  /** The class of its colour. */
  readonly colour: string | undefined;
  readonly head: Text;
  readonly legend: Text;
  /** The range in words, where it has no column of its own. */
  readonly words: (range: string) => Text;
}

/** The range that is usual otherwise, where it is known, and that of the diagnosis. */
export interface ShownRanges {
  readonly upper: ShownRange | undefined;
  readonly lower: ShownRange;
}

/** What values are held against: what is normal and the fault; where all is normal, the runner-up and what is normal. */
export function rangesOf(
  { diagnosis, runnerUp, evidence }: RowAnswer,
  nameFault: NameFault,
): ShownRanges {
  const normal = evidence?.normal ?? null;
  const own = (texts: { head: Text; legend: Text; words: ShownRange["words"] }): ShownRange => ({
    of: (each) => each.own,
    colour: nameFault(diagnosis).colour,
    ...texts,
  });
  if (normal !== null && normal !== diagnosis) {
    return {
      upper: {
        of: (each) => each.normal,
        colour: nameFault(normal).colour,
        head: rowAnswerTexts.normal,
        legend: rowAnswerTexts.legendNormal,
        words: rowAnswerTexts.normalIs,
      },
      lower: own({
        head: rowAnswerTexts.inThisFault,
        legend: rowAnswerTexts.legendOwn,
        words: rowAnswerTexts.ownIs,
      }),
    };
  }
  const upper: ShownRange | undefined = runnerUp === null ? undefined : {
    of: (each) => each.runnerUp,
    colour: nameFault(runnerUp).colour,
    head: rowAnswerTexts.inRunnerUp,
    legend: rowAnswerTexts.legendRunnerUp,
    words: rowAnswerTexts.runnerUpIs,
  };
  return {
    upper,
    lower: normal === null
      ? own({
        head: rowAnswerTexts.inThisFault,
        legend: rowAnswerTexts.legendOwn,
        words: rowAnswerTexts.ownIs,
      })
      : own({
        head: rowAnswerTexts.normal,
        legend: rowAnswerTexts.legendNormal,
        words: rowAnswerTexts.normalIs,
      }),
  };
}

/** Whether a value lies outside all that the model has learnt from. */
export function isBeyond({ value, all }: FeatureEvidence): boolean {
  return value !== null && all !== null && (value < all[0] || value > all[1]);
}
