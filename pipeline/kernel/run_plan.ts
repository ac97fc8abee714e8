import { HealerError } from "../problem.ts";
import { type CellState, isReadyState } from "./cell_state.ts";
import { ancestors, descendants, type NotebookGraph } from "./graph.ts";
import { kernelProblem } from "./kernel_problems.ts";

/** Which cells shall run: those without a current result, every one anew, or the named ones and what they need. */
export type RunRequest = "stale" | "all" | readonly string[];

/**
 * The cells that a request names; what they need is not among them.
 *
 * @throws {HealerError} `kernel/no-such-cell`; for named cells also what keeps them from running
 */
export function wantedBy(
  request: RunRequest,
  graph: NotebookGraph,
  keys: ReadonlyMap<string, string>,
  states: ReadonlyMap<string, CellState>,
): Set<string> {
  if (request === "all") return new Set(keys.keys());
  if (request === "stale") {
    return new Set([...keys.keys()].filter((id) => !isReadyState(states.get(id))));
  }
  for (const id of request) {
    if (!graph.has(id)) throw new HealerError(kernelProblem.noSuchCell(id));
    for (const above of [id, ...ancestors(graph, new Set([id]))]) {
      const problem = graph.get(above)?.problem;
      if (problem !== undefined) throw new HealerError(problem);
    }
  }
  return new Set(request);
}

/** `ids` with every cell above them that has no result of what it is now. */
export function withNeeded(
  graph: NotebookGraph,
  states: ReadonlyMap<string, CellState>,
  ids: ReadonlySet<string>,
): Set<string> {
  const needed = [...ancestors(graph, ids)].filter((id) => !isReadyState(states.get(id)));
  return new Set([...needed, ...ids]);
}

/**
 * The cheap cells that run by themselves after `changed` has changed: the stale ones among those cells and all
 * that depend on them, as far as nothing costly, failed or unfinished stands in between.
 */
export function cheapFollowers(
  graph: NotebookGraph,
  states: ReadonlyMap<string, CellState>,
  changed: ReadonlySet<string>,
): Set<string> {
  const affected = descendants(graph, changed);
  const followers = new Set<string>();
  for (const [id, { kind, wires }] of graph) {
    const isCandidate = (changed.has(id) || affected.has(id)) && kind?.cost === "cheap" &&
      states.get(id)?.state === "stale";
    const hasInputs = [...wires.values()].every(({ cell }) =>
      isReadyState(states.get(cell)) || followers.has(cell)
    );
    if (isCandidate && hasInputs) followers.add(id);
  }
  return followers;
}
