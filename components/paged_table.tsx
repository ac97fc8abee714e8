import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import { useLanguage } from "./language.ts";
import { Pager } from "./pager.tsx";
import { ProblemText } from "./problem_text.tsx";
import { TableCell } from "./table_cell.tsx";
import { tableTexts } from "./texts_table.ts";

const rowsOfPage = 10;

/** A table of any length, a page at a time. @param props.load asks for rows */
export function PagedTable(
  { label, load }: {
    readonly label: string;
    readonly load: (offset: number, limit: number) => Promise<TablePage>;
  },
): JSX.Element {
  const language = useLanguage();
  const { page, problem, offset, setOffset } = usePages(load, rowsOfPage);
  if (problem !== undefined) return <ProblemText problem={problem} language={language} />;
  if (page === undefined) return <p class="faint small">{tableTexts.loading[language]}</p>;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        <table class="table tight">
          <thead>
            <tr>
              {page.columns.map(({ name, type }) => (
                <th key={name} scope="col" class={type === "number" ? "right" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.cells.map((cells, row) => (
              <tr key={offset + row}>
                {cells.map((cell, column) => (
                  <TableCell
                    key={column}
                    value={cell}
                    type={page.columns[column]?.type ?? "text"}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager offset={offset} size={rowsOfPage} rows={page.rows} onMove={setOffset} />
    </>
  );
}

/** The page at an offset that can be moved; the old page stays until the new one is there. */
export function usePages(
  load: (offset: number, limit: number) => Promise<TablePage>,
  size: number,
): {
  readonly page: TablePage | undefined;
  readonly problem: Problem | undefined;
  readonly offset: number;
  readonly setOffset: (offset: number) => void;
} {
  const [wanted, setWanted] = useState(0);
  const [shown, setShown] = useState<{ page: TablePage; offset: number }>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    let isCurrent = true;
    load(wanted, size).then((page) => {
      if (isCurrent) setShown({ page, offset: wanted });
    }).catch((error: unknown) => {
      if (isCurrent) setProblem(problemOf(error));
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return { page: shown?.page, problem, offset: shown?.offset ?? 0, setOffset: setWanted };
}
