import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLanguage } from "../../language.ts";
import { later } from "../../later.tsx";
import { countWords } from "../../number_words.ts";
import { ProblemText } from "../../problem_text.tsx";
import { diagnosisSource } from "../../table/table_source.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import { OpenedRow } from "./opened_row.tsx";
import { idColumnOf, resultRows } from "./result_row.ts";
import { type KindCounts, RowsFilters } from "./rows_filters.tsx";
import { RowsPager } from "./rows_pager.tsx";
import { RowsTable } from "./rows_table.tsx";
import { rowsAPage, type RowsView, viewOfRow, wholeView } from "./rows_view.ts";
import { useRowKeys } from "./use_row_keys.ts";
import { useRowsPage } from "./use_rows_page.ts";

const AllColumns = later(async () => (await import("../../table/data_table.tsx")).DataTable);

/** The rows of a diagnosis, one of which may be opened. */
export function RowsSection(
  { diagnosis, rows: allRows, faults, counts, hasVerdicts, errorRate, view, isDisabled, onView }: {
    /** Its id. */
    readonly diagnosis: string;
    readonly rows: number;
    /** The classes that rows were diagnosed as. */
    readonly faults: readonly string[];
    readonly counts: KindCounts;
    /** Whether the result says of each row how sure it is. */
    readonly hasVerdicts: boolean;
    readonly errorRate: number;
    readonly view: RowsView;
    readonly isDisabled: boolean;
    readonly onView: (view: RowsView) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisRowsTexts;
  const section = useRef<HTMLElement>(null);
  const [isWhole, setWhole] = useState(false);
  const { page, isFetching, problem, retry } = useRowsPage(diagnosis, view, hasVerdicts);
  const rows = page === undefined ? [] : resultRows(page);
  const change = (changed: Partial<RowsView>): void =>
    onView({ ...view, page: 0, row: null, ...changed });
  const toggle = (row: number): void => onView({ ...view, row: row === view.row ? null : row });
  const showPage = (next: number): void => onView({ ...view, page: next, row: null });
  useRowKeys({
    section,
    rows: isWhole ? [] : rows.map(({ row }) => row),
    opened: view.row,
    onClose: () => onView({ ...view, row: null }),
    onPage: (step) => {
      const next = view.page + step;
      const hasPage = next >= 0 && next * rowsAPage < (page?.rows ?? 0);
      if (hasPage) showPage(next);
      return hasPage;
    },
  });
  useShownAtFirst(section, view.row, page !== undefined);
  return (
    <section ref={section} class="section" aria-labelledby="rows">
      <div class="section-head">
        <h2 id="rows">
          {texts.rows[language]} <span class="count">{countWords(allRows)}</span>
        </h2>
        <button
          type="button"
          class="link-button small push needs-script"
          onClick={() => setWhole(!isWhole)}
        >
          {texts[isWhole ? "fewColumns" : "allColumns"][language]}
        </button>
      </div>
      {isWhole
        ? <AllColumns label={texts.rows[language]} source={diagnosisSource(diagnosis)} />
        : (
          <>
            <RowsFilters
              view={view}
              faults={faults}
              counts={counts}
              isDisabled={isDisabled}
              onChange={change}
            />
            {problem && (
              <>
                <ProblemText problem={problem} language={language} />
                <p class="more">
                  <button type="button" class="button" onClick={retry}>
                    {texts.tryAgain[language]}
                  </button>
                </p>
              </>
            )}
            {page === undefined
              ? problem === undefined && (
                <p class="faint small needs-script" role="status">{texts.loading[language]}</p>
              )
              : (
                <div aria-busy={isFetching}>
                  <RowsTable
                    rows={rows}
                    idColumn={idColumnOf(page)}
                    view={view}
                    detail={(row) => (
                      <OpenedRow
                        diagnosis={diagnosis}
                        row={row}
                        errorRate={errorRate}
                        neighbours={neighboursOf(row.row, rows.map((each) => each.row))}
                      />
                    )}
                    onToggle={toggle}
                    onSort={(sort) => change({ sort })}
                  />
                  {page.rows === 0 && (
                    <p class="faint small rows-none">
                      {texts.noRows[language]}{" "}
                      <button
                        type="button"
                        class="link-button"
                        onClick={() => onView(wholeView)}
                      >
                        {texts.clear[language]}
                      </button>
                    </p>
                  )}
                  <RowsPager
                    page={view.page}
                    rows={page.rows}
                    allRows={allRows}
                    onPage={showPage}
                    onRow={(row) => onView(viewOfRow(row))}
                  />
                </div>
              )}
          </>
        )}
    </section>
  );
}

/** The row before and the one behind, which are likely to be opened next. */
function neighboursOf(row: number, rows: readonly number[]): number[] {
  const place = rows.indexOf(row);
  return [rows[place + 1], rows[place - 1]].filter((each) => each !== undefined);
}

/** Whoever comes by the address of a row sees it at once. */
function useShownAtFirst(
  section: { readonly current: HTMLElement | null },
  row: number | null,
  isThere: boolean,
): void {
  const wanted = useRef(row);
  useEffect(() => {
    if (!isThere || wanted.current === null) return;
    section.current?.querySelector(`[data-row="${wanted.current}"]`)?.scrollIntoView({
      block: "center",
    });
    wanted.current = null;
  }, [isThere]);
}
