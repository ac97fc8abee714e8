import { z } from "zod";
import { readState, writeState } from "../checkpoint.ts";
import type { RunContext } from "../run_context.ts";
import type { FoldAnswer } from "./fold_task.ts";

const answerSchema = z.strictObject({
  probabilities: z.instanceof(Float32Array),
  fitSeconds: z.number(),
  predictSeconds: z.number(),
  rounds: z.number().nullable(),
});

/** What an earlier attempt has left of a fold; undefined where it has to be trained. */
export function readFold(
  context: Pick<RunContext, "checkpoint">,
  fold: number,
  size: number,
): FoldAnswer | undefined {
  const answer = readState(context, nameOf(fold), answerSchema);
  if (answer?.probabilities.length !== size) return undefined;
  return { ...answer, probabilities: new Float32Array(answer.probabilities) };
}

/** Leaves what came of a fold. */
export function writeFold(
  context: Pick<RunContext, "checkpoint">,
  fold: number,
  { probabilities, fitSeconds, predictSeconds, rounds }: FoldAnswer,
): void {
  writeState(context, nameOf(fold), { probabilities, fitSeconds, predictSeconds, rounds });
}

function nameOf(fold: number): string {
  return `fold-${fold + 1}`;
}
