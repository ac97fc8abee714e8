import type { Checkpoint } from "./checkpoint.ts";
import { HealerError, type Text } from "./problem.ts";

/** What a long computation gets from whoever started it. */
export interface RunContext {
  /** Seeds every random choice; same seed, same result. */
  readonly seed: number;
  /**
   * Tells how far the work is, `fraction` in [0, 1]. Called at least every 100 ms of work.
   *
   * @throws {HealerError} `run/cancelled` when the caller has asked to stop.
   */
  progress(fraction: number, message?: Text): void;
  /** How many threads the work may use, 1 where this is absent; the result is the same with any number. */
  readonly threads?: number;
  /**
   * A point of a live curve, such as the loss of a round; nobody looks where this is absent.
   *
   * @param fold The fold it belongs to, from 1, where several are trained.
   */
  metric?(name: string, step: number, value: number, fold?: number): void;
  /** A line of the log, such as what came of a fold; nobody reads it where this is absent. */
  log?(message: Text): void;
  /** Where work leaves what is finished of it, so that it can go on there after its end; nowhere where absent. */
  readonly checkpoint?: Checkpoint;
}

/** A context that listens to nobody: for tests and short work. */
export function quietContext(seed = 0): RunContext {
  return { seed, progress: () => {} };
}

/**
 * The part of `context` between the fractions `from` and `to` of the whole. It has no checkpoint: whoever keeps
 * one says under which name, see {@linkcode checkpointOf}.
 */
export function partOf(
  context: RunContext,
  from: number,
  to: number,
  seed = context.seed,
): RunContext {
  return {
    ...shared(context),
    seed,
    progress: (fraction, message) => context.progress(from + (to - from) * fraction, message),
  };
}

/** `context` for work whose messages and curves are of no interest: those of one model of several. */
export function silently(context: RunContext): RunContext {
  const { threads } = context;
  return {
    seed: context.seed,
    progress: (fraction) => context.progress(fraction),
    ...(threads === undefined ? {} : { threads }),
  };
}

function shared(context: RunContext): Pick<RunContext, "threads" | "metric" | "log"> {
  const { threads } = context;
  return {
    ...(threads === undefined ? {} : { threads }),
    ...(context.metric ? { metric: (...point) => context.metric?.(...point) } : {}),
    ...(context.log ? { log: (message) => context.log?.(message) } : {}),
  };
}

/** The error that {@linkcode RunContext.progress} throws once the caller has asked to stop. */
export function cancelled(): HealerError {
  return new HealerError({
    code: "run/cancelled",
    message: { en: "The run was cancelled.", zh: "运行已取消。" },
    place: {},
    hint: { en: "Run it again when you are ready.", zh: "需要时可重新运行。" },
  });
}
