import { useEffect, useRef, useState } from "preact/hooks";
import type { ColumnSummary } from "@/pipeline/table/paging/table_page.ts";
import type { TableSource } from "../table_source.ts";

/** So many columns are summed up in one request. */
const atOnce = 4;

/** Milliseconds that columns stay in sight before they are summed up. */
const patience = 150;

/** What the columns in sight hold, as far as it is known; the rest is asked for bit by bit. */
export function useSummaries(
  source: TableSource,
  inSight: readonly string[],
): ReadonlyMap<string, ColumnSummary> {
  const [known, setKnown] = useState<ReadonlyMap<string, ColumnSummary>>(new Map());
  const failed = useRef(new Set<string>());
  const missing = inSight.filter((name) => !known.has(name) && !failed.current.has(name))
    .slice(0, atOnce);
  useEffect(() => {
    if (missing.length === 0) return;
    const leaving = new AbortController();
    const ask = async (): Promise<void> => {
      try {
        const found = await source.summary(missing, leaving.signal);
        setKnown((before) =>
          new Map([...before, ...found.map((each) => [each.name, each] as const)])
        );
      } catch {
        // The charts are an extra: rows that cannot be read say so themselves.
        if (!leaving.signal.aborted) missing.forEach((name) => failed.current.add(name));
      }
    };
    const timer = setTimeout(() => void ask(), patience);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [JSON.stringify(missing)]);
  return known;
}
