import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { api } from "@/islands/api.ts";
import type { DiagnosisAnswer } from "@/web/api_schema.ts";
import { faultColours } from "../fault_colours.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { usePages } from "../paged_table.tsx";
import { Pager } from "../pager.tsx";
import { ProblemText } from "../problem_text.tsx";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { tableTexts } from "../texts_table.ts";
import { diagnosedRows } from "./diagnosed_rows.ts";
import { DiagnosedRowsTable } from "./diagnosed_rows_table.tsx";

const rowsOfPage = 20;

/** How rows can be ordered, by the column of the result. */
const orders = [
  ["", diagnosisTexts.orderOfFile],
  ["confidence", diagnosisTexts.orderByDoubt],
  ["diagnosis", diagnosisTexts.orderByFault],
] as const;

/** The rows of a diagnosis, in an order to choose. */
export function DiagnosisRows({ diagnosis }: { diagnosis: DiagnosisAnswer }): JSX.Element {
  const language = useLanguage();
  const [order, setOrder] = useState("");
  return (
    <section class="section" aria-labelledby="rows">
      <div class="section-head">
        <h2 id="rows">
          {diagnosisTexts.rows[language]} <span class="count">{countWords(diagnosis.rows)}</span>
        </h2>
        <label class="push row small dim">
          {diagnosisTexts.order[language]}
          <select
            class="select"
            value={order}
            onChange={({ currentTarget }) => setOrder(currentTarget.value)}
          >
            {orders.map(([column, words]) => (
              <option key={column} value={column}>{words[language]}</option>
            ))}
          </select>
        </label>
      </div>
      <Pages key={order} diagnosis={diagnosis} order={order} />
    </section>
  );
}

/** The rows, a page at a time. */
function Pages(
  { diagnosis: { id, counts }, order }: {
    readonly diagnosis: DiagnosisAnswer;
    readonly order: string;
  },
): JSX.Element {
  const language = useLanguage();
  const { page, problem, offset, setOffset } = usePages(
    (from, limit) => api.diagnosisRows(id, from, limit, order === "" ? undefined : order),
    rowsOfPage,
  );
  if (problem !== undefined) return <ProblemText problem={problem} language={language} />;
  if (page === undefined) return <p class="faint small">{tableTexts.loading[language]}</p>;
  return (
    <>
      <DiagnosedRowsTable
        rows={diagnosedRows(page)}
        first={offset}
        idName={page.columns[0]?.name ?? ""}
        colours={faultColours(counts.map(({ fault }) => fault))}
      />
      <Pager offset={offset} size={rowsOfPage} rows={page.rows} onMove={setOffset} />
    </>
  );
}
