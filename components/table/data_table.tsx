import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { TableFilter, TablePage } from "@/pipeline/table/paging/table_page.ts";
import { useLanguage } from "../language.ts";
import { later } from "../later.tsx";
import { ProblemText } from "../problem_text.tsx";
import { gridTexts } from "../texts_grid.ts";
import type { CellView } from "./cell_view.ts";
import { PlainTable } from "./plain_table.tsx";
import type { TableSource } from "./table_source.ts";

/** A table up to this size is shown whole. */
const fewRows = 12;
const fewColumns = 60;

const DataGrid = later(async () => (await import("./grid/data_grid.tsx")).DataGrid);

const noFilter: readonly TableFilter[] = [];

/**
 * A table of any size: a small one plain, a large one as a grid, which is loaded when it is first needed.
 *
 * @param props.filter Which rows are shown at first; another list replaces what the user has chosen.
 */
export function DataTable(
  { label, source, filter = noFilter, view }: {
    readonly label: string;
    readonly source: TableSource;
    readonly filter?: readonly TableFilter[];
    readonly view?: CellView;
  },
): JSX.Element {
  const language = useLanguage();
  const [page, setPage] = useState<TablePage>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const leaving = new AbortController();
    const open = async (): Promise<void> => {
      const head = await source.page({ offset: 0, limit: 0 }, leaving.signal);
      const isSmall = head.rows <= fewRows && head.columns.length <= fewColumns;
      setPage(
        isSmall && filter.length === 0
          ? await source.page({ offset: 0, limit: fewRows }, leaving.signal)
          : head,
      );
    };
    open().catch((error: unknown) => {
      if (!leaving.signal.aborted) setProblem(problemOf(error));
    });
    return () => leaving.abort();
  }, [source.key, filter]);
  if (problem !== undefined) return <ProblemText problem={problem} language={language} />;
  if (page === undefined) {
    return <p class="faint small" role="status">{gridTexts.loading[language]}</p>;
  }
  const { rows, columns, cells } = page;
  if (cells.length === rows) return <PlainTable label={label} page={page} view={view} />;
  return (
    <DataGrid
      key={JSON.stringify([source.key, filter])}
      label={label}
      source={source}
      columns={columns}
      rows={rows}
      filter={filter}
      view={view}
    />
  );
}
