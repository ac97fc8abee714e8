import { type CellState, isReadyState } from "./cell_state.ts";
import { ancestors, descendants, type NotebookGraph } from "./graph.ts";

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
