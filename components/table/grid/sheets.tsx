import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { problemOf } from "@/islands/api.ts";
import type { Problem } from "@/pipeline/problem.ts";
import type { ColumnSummary, TablePage, TableQuery } from "@/pipeline/table/paging/table_page.ts";
import { Dialog } from "../../dialog.tsx";
import { useLanguage } from "../../language.ts";
import { countWords, numberWords, percentWords } from "../../number_words.ts";
import { ProblemText } from "../../problem_text.tsx";
import { columnTypeTexts, gridTexts } from "../../texts_grid.ts";
import { cellWords, holeMark, wholeCellWords } from "../cell_words.ts";
import type { TableSource } from "../table_source.ts";
import { ColumnChart } from "./column_chart.tsx";

/** A row as a list of all its columns. */
export function RowSheet(
  { id, source, query, row, onClose }: {
    readonly id: string;
    readonly source: TableSource;
    readonly query: TableQuery;
    /** Among the rows of the query. */
    readonly row: number;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [page, setPage] = useState<TablePage>();
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    const leaving = new AbortController();
    source.page({ ...query, offset: row, limit: 1 }, leaving.signal).then(setPage)
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setProblem(problemOf(error));
      });
    return () => leaving.abort();
  }, []);
  const number = page?.rowNumbers[0];
  const title = number === undefined
    ? gridTexts.row[language]
    : gridTexts.rowNumber(countWords(number + 1))[language];
  return (
    <Dialog id={`${id}-row`} title={title} onClose={onClose}>
      {problem !== undefined && <ProblemText problem={problem} language={language} />}
      {page === undefined && problem === undefined &&
        <p class="faint">{gridTexts.loading[language]}</p>}
      <div class="grid-sheet" tabIndex={0} role="region" aria-label={title}>
        <dl>
          {page?.columns.map(({ name, type }, index) => {
            const value = page.cells[0]?.[index] ?? null;
            return (
              <div key={name}>
                <dt>{name}</dt>
                <dd class={value === null ? "hole" : undefined}>
                  {value === null
                    ? `${holeMark} ${gridTexts.missing[language]}`
                    : type === "time"
                    ? cellWords(value, type, language)
                    : wholeCellWords(value)}
                </dd>
              </div>
            );
          })}
        </dl>
      </div>
      <CloseButton onClose={onClose} />
    </Dialog>
  );
}

/** What a column holds. */
export function ColumnSheet(
  { id, name, summary, onClose }: {
    readonly id: string;
    readonly name: string;
    readonly summary: ColumnSummary | undefined;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { numbers, words } = summary ?? {};
  const share = summary === undefined ? 0 : summary.missing / Math.max(1, summary.rows);
  const facts: [string, string][] = summary === undefined ? [] : [
    [gridTexts.type[language], columnTypeTexts[summary.type][language]],
    [
      gridTexts.missingShare[language],
      `${countWords(summary.missing)} (${percentWords(share, language)})`,
    ],
  ];
  if (numbers !== undefined) {
    facts.push(
      [gridTexts.min[language], numberWords(numbers.min)],
      [gridTexts.median[language], numberWords(numbers.median)],
      [gridTexts.max[language], numberWords(numbers.max)],
    );
  }
  if (words !== undefined) facts.push([gridTexts.distinct[language], countWords(words.distinct)]);
  return (
    <Dialog
      id={`${id}-column`}
      title={gridTexts.summaryOf(name)[language]}
      onClose={onClose}
    >
      {summary === undefined && <p class="faint">{gridTexts.loading[language]}</p>}
      <div class="grid-sheet chart">
        {numbers !== undefined && <ColumnChart summary={summary} />}
        <dl>
          {facts.map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {words?.top.map(({ word, rows }, index) => (
            <div key={word}>
              <dt>{index === 0 ? gridTexts.mostFrequent[language] : ""}</dt>
              <dd>
                {word}{" "}
                <span class="faint">
                  {countWords(rows)}{" "}
                  ({percentWords(rows / Math.max(1, summary?.rows ?? 1), language)})
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <CloseButton onClose={onClose} />
    </Dialog>
  );
}

function CloseButton({ onClose }: { onClose: () => void }): JSX.Element {
  const language = useLanguage();
  return (
    <div class="dialog-actions">
      <button type="button" class="button" onClick={onClose}>{gridTexts.close[language]}</button>
    </div>
  );
}
