import { useEffect, useMemo, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import { diagnosisSource } from "../../table/table_source.ts";
import { queryOf, rowsAPage, type RowsView } from "./rows_view.ts";

/** The rows of a view as far as they are known. */
export interface RowsPage {
  /** Those of the view, or, while they are fetched, those before; undefined until the first ones are there. */
  readonly page: TablePage | undefined;
  readonly isFetching: boolean;
  readonly problem: Problem | undefined;
  /** Tries again after a problem. */
  retry(): void;
}

/** Fetches the rows that a view shows. */
export function useRowsPage(
  diagnosis: string,
  view: RowsView,
  hasVerdicts: boolean,
): RowsPage {
  const source = useMemo(() => diagnosisSource(diagnosis), [diagnosis]);
  const [found, setFound] = useState<{ readonly key: string; readonly page: TablePage }>();
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const request = {
    ...queryOf(view, hasVerdicts),
    offset: view.page * rowsAPage,
    limit: rowsAPage,
  };
  const key = JSON.stringify(request);
  useEffect(() => {
    const leaving = new AbortController();
    setProblem(undefined);
    source.page(request, leaving.signal).then(
      (page) => setFound({ key, page }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setProblem(problemOf(error));
      },
    );
    return () => leaving.abort();
  }, [source, key, attempt]);
  return {
    page: found?.page,
    isFetching: found?.key !== key && problem === undefined,
    problem,
    retry: () => setAttempt((before) => before + 1),
  };
}
