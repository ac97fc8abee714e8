import type { NotebookEvent } from "@/pipeline/kernel/events.ts";
import { thinned } from "@/pipeline/metric.ts";
import type { CellViewAnswer } from "@/web/api_schema.ts";

/** With more points of live curves than this, the curves are thinned. */
const mostMetrics = 5000;

/** A cell as it stands now, with its last result. */
export interface LiveCell extends CellViewAnswer {
  /** The key of `result`. */
  readonly resultKey: string | undefined;
  /** How often it was heard to add to its log. */
  readonly logged?: number;
}

/** A cell nothing is known of yet. */
export function unknownCell(id: string): LiveCell {
  return { id, state: { state: "stale" }, metrics: [], metricCount: 0, resultKey: undefined };
}

/** A cell as the server told it. */
export function liveCell(view: CellViewAnswer): LiveCell {
  return { ...view, resultKey: view.result === undefined ? undefined : keyOf(view.state) };
}

/** The key of the result that a cell in that state shows. */
export function keyOf(state: CellViewAnswer["state"]): string | undefined {
  return "key" in state ? state.key : state.last;
}

/** Whether points of the cell's curves have happened that were not heard of. */
export function missesPoints(cell: LiveCell, event: NotebookEvent): boolean {
  return event.type === "metrics" && event.from > cell.metricCount;
}

/** The cell after something has happened to it. */
export function after(cell: LiveCell, event: NotebookEvent): LiveCell {
  switch (event.type) {
    case "state":
      return { ...cell, state: event.state };
    case "started": {
      const { progress: _, ...others } = cell;
      return { ...others, metrics: [], metricCount: 0 };
    }
    case "progress": {
      const { fraction, remaining, message = cell.progress?.message } = event;
      return {
        ...cell,
        progress: { fraction, ...(message && { message }), ...(remaining && { remaining }) },
      };
    }
    case "metrics": {
      const { from, points } = event;
      // What the server had told already with the notebook comes once more by the stream.
      const news = points.slice(Math.max(0, cell.metricCount - from));
      if (news.length === 0) return cell;
      const all = [...cell.metrics, ...news];
      const metrics = all.length > mostMetrics ? thinned(all) : all;
      return { ...cell, metrics, metricCount: from + points.length };
    }
    case "log":
      return { ...cell, logged: (cell.logged ?? 0) + 1 };
    default:
      return cell;
  }
}
