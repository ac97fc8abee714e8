import type { ComponentChildren, JSX } from "preact";
import { Fragment } from "preact";
import { useLanguage } from "../../language.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import type { ResultRow } from "./result_row.ts";
import { RowLine } from "./row_line.tsx";
import { SortHead } from "./sort_head.tsx";
import type { RowsView } from "./rows_view.ts";

/** Rows of a result as a table; the one that is opened shows its details below it. */
export function RowsTable(
  { rows, idColumn, view, detail, onToggle, onSort }: {
    readonly rows: readonly ResultRow[];
    /** The name of the column with the ids; null where there is none. */
    readonly idColumn: string | null;
    readonly view: RowsView;
    /** What is shown below a row that is open. */
    readonly detail: (row: ResultRow) => ComponentChildren;
    readonly onToggle: (row: number) => void;
    readonly onSort: (sort: RowsView["sort"]) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisRowsTexts;
  const sortProps = { sort: view.sort, onSort };
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={texts.rows[language]}>
      <table class="table result-rows">
        <thead>
          <tr>
            <th scope="col">{texts.row[language]}</th>
            {idColumn !== null && (
              <th scope="col" class="wide-only row-id" title={idColumn}>{idColumn}</th>
            )}
            <SortHead column="diagnosis" name={texts.fault[language]} {...sortProps} />
            <SortHead
              column="confidence"
              name={texts.wholeProbability[language]}
              shown={texts.probability[language]}
              isRight
              {...sortProps}
            />
            <th scope="col" class="not-narrow">
              <span class="visually-hidden">{texts.bar[language]}</span>
            </th>
            <th scope="col" class="right">
              <span class="visually-hidden">{texts.secondProbability[language]}</span>
              <span class="phone-only" aria-hidden="true">{texts.second[language]}</span>
            </th>
            <SortHead
              column="runner_up"
              name={texts.runnerUp[language]}
              className="not-narrow"
              {...sortProps}
            />
            <th scope="col" class="tags-head">{texts.warnings[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const isOpen = row.row === view.row;
            return (
              <Fragment key={row.row}>
                <RowLine
                  row={row}
                  hasIds={idColumn !== null}
                  isOpen={isOpen}
                  onToggle={() => onToggle(row.row)}
                />
                {isOpen && (
                  <tr class="opened">
                    <td colSpan={idColumn === null ? 7 : 8}>{detail(row)}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
