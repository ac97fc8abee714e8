import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import type { CellViewAnswer } from "@/web/api_schema.ts";

/** So many points of live curves are kept; the oldest give way. */
const keptMetrics = 5000;

/** A cell as it stands now, with its last result. */
export interface LiveCell extends CellViewAnswer {
  /** The key of `result`. */
  readonly resultKey: string | undefined;
}

/** A cell nothing is known of yet. */
export function unknownCell(id: string): LiveCell {
  return { id, state: { state: "stale" }, metrics: [], resultKey: undefined };
}

/** A cell as the server told it. */
export function liveCell(view: CellViewAnswer): LiveCell {
  return { ...view, resultKey: view.result === undefined ? undefined : keyOf(view.state) };
}

/** The key of the result that a cell in that state shows. */
export function keyOf(state: CellViewAnswer["state"]): string | undefined {
  return "key" in state ? state.key : state.last;
}

/** The cell after something has happened to it. */
export function after(cell: LiveCell, event: NotebookEvent): LiveCell {
  switch (event.type) {
    case "state":
      return { ...cell, state: event.state };
    case "started": {
      const { progress: _, ...others } = cell;
      return { ...others, metrics: [] };
    }
    case "progress": {
      const { fraction, message = cell.progress?.message } = event;
      return { ...cell, progress: { fraction, ...(message === undefined ? {} : { message }) } };
    }
    case "metric": {
      const { name, step, value } = event;
      return { ...cell, metrics: [...cell.metrics.slice(1 - keptMetrics), { name, step, value }] };
    }
    default:
      return cell;
  }
}
