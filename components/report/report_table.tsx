import type { JSX } from "preact";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { ProblemText } from "../problem_text.tsx";
import { cellWords } from "../table/cell_words.ts";
import { PlainTable } from "../table/plain_table.tsx";
import { gridTexts } from "../texts_grid.ts";
import { reportTexts } from "../texts_report.ts";
import type { ReportTable } from "./report.ts";

/** The most letters of a cell that are shown of a long table. */
const mostLetters = 300;

/** A table of a result: all of a small one, the first rows of any other. */
export function ReportTableView(
  { table, cell, isOpen }: {
    readonly table: ReportTable;
    /** What the cell is called that it is from. */
    readonly cell: string;
    readonly isOpen: boolean;
  },
): JSX.Element {
  const language = useLanguage();
  const { title, rows, columns, content } = table;
  const label = reportTexts.tableOf(title, cell)[language];
  return (
    <details class="report-part" open={isOpen}>
      <summary>
        {title}{" "}
        <span class="faint">
          {reportTexts.tableSize(countWords(rows), countWords(columns))[language]}
        </span>
      </summary>
      {content.type === "withheld" && <p class="small dim">{reportTexts.withheld[language]}</p>}
      {content.type === "problem" && <ProblemText problem={content.problem} language={language} />}
      {content.type === "rows" && <Rows label={label} table={table} page={content.page} />}
    </details>
  );
}

function Rows(
  { label, table: { rows, columns }, page }: {
    readonly label: string;
    readonly table: ReportTable;
    readonly page: TablePage;
  },
): JSX.Element {
  const language = useLanguage();
  const [shownRows, shownColumns] = [page.cells.length, page.columns.length];
  if (shownRows === rows && shownColumns === columns) {
    return <PlainTable label={label} page={page} />;
  }
  const left = [
    shownRows < rows && reportTexts.firstRows(countWords(shownRows), countWords(rows)),
    shownColumns < columns && reportTexts.firstColumns(String(shownColumns), countWords(columns)),
  ].flatMap((text) => text === false ? [] : text[language]);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={label}>
        <table class="table tight">
          <thead>
            <tr>
              <th scope="col" class="right">{gridTexts.row[language]}</th>
              {page.columns.map(({ name, type }) => (
                <th key={name} scope="col" class={type === "number" ? "right" : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.cells.map((cells, index) => (
              <tr key={index}>
                <th scope="row" class="right">
                  {countWords((page.rowNumbers[index] ?? index) + 1)}
                </th>
                {page.columns.map(({ name, type }, place) => {
                  const value = cells[place] ?? null;
                  const kind = type === "number" ? "right" : "";
                  return (
                    <td key={name} class={value === null ? `${kind} hole` : kind || undefined}>
                      {cellWords(value, type, language).slice(0, mostLetters)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="tiny dim">{left.join({ en: " ", zh: "" }[language])}</p>
    </>
  );
}
