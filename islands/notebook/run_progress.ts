import type { LiveCell } from "./live_cell.ts";

/** How far a run is. */
export interface RunProgress {
  /** From 0 to 1, by the time that cells took before. */
  readonly fraction: number;
  /** How many of its cells have come to an end. */
  readonly done: number;
  readonly total: number;
}

/** Seconds that a cell counts for which has not run before, or in no time. */
const least = 0.2;

/** How far the run of those cells is. */
export function runProgress(cells: readonly LiveCell[]): RunProgress {
  let work = 0;
  let finished = 0;
  let done = 0;
  for (const { state, progress, result } of cells) {
    const weight = Math.max(least, result?.seconds ?? 1);
    const fraction = fractionOf(state.state, progress?.fraction);
    work += weight;
    finished += weight * fraction;
    if (fraction === 1) done += 1;
  }
  return { fraction: work === 0 ? 0 : finished / work, done, total: cells.length };
}

function fractionOf(state: LiveCell["state"]["state"], fraction = 0): number {
  switch (state) {
    case "running":
      return Math.min(fraction, 0.999);
    case "waiting":
    case "stale":
      return 0;
    default:
      return 1;
  }
}
