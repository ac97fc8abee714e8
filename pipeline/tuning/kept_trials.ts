import { z } from "zod";
import { readState, writeState } from "../checkpoint.ts";
import type { RunContext } from "../run_context.ts";
import { type FinishedTrial, trialSchema } from "./trial.ts";

const keptSchema = z.strictObject({
  ...trialSchema.shape,
  probabilities: z.instanceof(Float32Array).nullable(),
  elapsedSeconds: z.number(),
});

/** The finished trials of a search in the checkpoint of its context: one that was cut off goes on behind them. */
export class KeptTrials implements Disposable {
  /** Those that an earlier attempt has left. */
  readonly trials: readonly FinishedTrial[];
  /** How long they took. */
  readonly elapsedSeconds: number;

  constructor(private readonly context: Pick<RunContext, "checkpoint">) {
    const trials: FinishedTrial[] = [];
    let elapsedSeconds = 0;
    for (;;) {
      const kept = readState(context, nameOf(trials.length + 1), keptSchema);
      if (kept === undefined) break;
      const { elapsedSeconds: elapsed, ...trial } = kept;
      trials.push(trial);
      elapsedSeconds = elapsed;
    }
    this.trials = trials;
    this.elapsedSeconds = elapsedSeconds;
  }

  /** Keeps a trial that is over. */
  append(trial: FinishedTrial, elapsedSeconds: number): void {
    writeState(this.context, nameOf(trial.number), { ...trial, elapsedSeconds });
  }

  [Symbol.dispose](): void {}
}

function nameOf(trial: number): string {
  return `trial-${trial}`;
}
