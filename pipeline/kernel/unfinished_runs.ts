import type { Unfinished } from "./cell_state.ts";
import type { NotebookEvent } from "./events.ts";

/** Cell → how its last run ended that came to no result; one that is under way counts as interrupted. */
export type UnfinishedRuns = Map<string, Omit<Unfinished, "canContinue">>;

/** Takes the next event of a log into account. */
export function noteUnfinished(runs: UnfinishedRuns, event: NotebookEvent): void {
  switch (event.type) {
    case "started": {
      const { cell, key, time } = event;
      runs.set(cell, { key, time, fraction: undefined, how: "interrupted" });
      break;
    }
    case "progress":
    case "cancelled": {
      const run = runs.get(event.cell);
      if (run === undefined) break;
      const how = event.type === "cancelled" ? "cancelled" : run.how;
      const fraction = event.type === "progress" ? event.fraction : run.fraction;
      runs.set(event.cell, { ...run, time: event.time, fraction, how });
      break;
    }
    case "finished":
    case "failed":
      runs.delete(event.cell);
  }
}
