import { type NoveltyGrid, noveltyGrid } from "./novelty_grid.ts";

/** A row whose p-value is at most this counts as strange, whatever error rate is accepted for rows. */
export const strangeRow = 0.05;

/** So many usual rows are added to each incident, since a few rows say little. */
const usualRows = 10;

/** How strange an incident is: the share of its rows that are. */
export function incidentScore(strange: number, rows: number): number {
  return (strange + usualRows * strangeRow) / (rows + usualRows);
}

/**
 * The scores of the incidents that rows with the p-values belong to; null where no two rows do. Rows without a
 * p-value or a group take no part.
 */
export function incidentGrid(
  pValues: Float32Array,
  groups: readonly (string | null)[],
): NoveltyGrid | null {
  const incidents = new Map<string, { rows: number; strange: number }>();
  for (const [row, p] of pValues.entries()) {
    const group = groups[row] ?? null;
    if (group === null || Number.isNaN(p)) continue;
    const incident = incidents.get(group) ?? { rows: 0, strange: 0 };
    incident.rows++;
    if (p <= strangeRow) incident.strange++;
    incidents.set(group, incident);
  }
  const all = [...incidents.values()];
  if (all.every(({ rows }) => rows < 2)) return null;
  return noveltyGrid(Float32Array.from(all, ({ strange, rows }) => incidentScore(strange, rows)));
}
