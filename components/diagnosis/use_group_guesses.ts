import { unknownGroupColumn } from "@/pipeline/diagnosis/findings.ts";
import { useEffect, useState } from "preact/hooks";
import type { TableSource } from "../table/table_source.ts";

/** As many rows as the server gives at a time; more would not change which guesses lead. */
const sampled = 1000;

/** What the model guesses of the rows of each unknown group, most frequent first; empty until that is known. */
export function useGroupGuesses(
  source: TableSource,
  hasGroups: boolean,
): ReadonlyMap<number, readonly string[]> {
  const [guesses, setGuesses] = useState<ReadonlyMap<number, readonly string[]>>(new Map());
  useEffect(() => {
    if (!hasGroups) return;
    const leaving = new AbortController();
    source.page({
      offset: 0,
      limit: sampled,
      columns: ["diagnosis", unknownGroupColumn],
      filter: [{ column: unknownGroupColumn, op: "present" }],
    }, leaving.signal).then(
      ({ cells }) => setGuesses(guessesOf(cells)),
      // The groups can be looked at without them.
      () => {},
    );
    return () => leaving.abort();
  }, [source, hasGroups]);
  return guesses;
}

function guessesOf(cells: readonly (readonly unknown[])[]): Map<number, string[]> {
  const counts = new Map<number, Map<string, number>>();
  for (const [fault, group] of cells) {
    if (typeof fault !== "string" || typeof group !== "number") continue;
    const own = counts.get(group) ?? new Map<string, number>();
    counts.set(group, own.set(fault, (own.get(fault) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([group, own]) => [
      group,
      [...own].sort(([, a], [, b]) => b - a).map(([fault]) => fault),
    ]),
  );
}
