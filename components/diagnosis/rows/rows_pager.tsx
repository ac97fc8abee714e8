import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { countWords } from "../../number_words.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import { rowsAPage } from "./rows_view.ts";

/** Which rows are in sight, and the way to the others. */
export function RowsPager(
  { page, rows, allRows, onPage, onRow }: {
    /** From 0. */
    readonly page: number;
    /** How many the view has. */
    readonly rows: number;
    readonly allRows: number;
    readonly onPage: (page: number) => void;
    /** Leads to a row, whatever the view leaves out. */
    readonly onRow: (row: number) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const texts = diagnosisRowsTexts;
  const first = page * rowsAPage + 1;
  const last = Math.min(rows, first + rowsAPage - 1);
  return (
    <div class="rows-pager">
      <p>
        {rows > 0 &&
          texts.range(countWords(first), countWords(last), countWords(rows))[language]}{" "}
        <span class="not-narrow">{texts.keys[language]}</span>
      </p>
      {allRows > rowsAPage && (
        <>
          <div class="row">
            <button
              type="button"
              class="icon-button"
              aria-label={texts.earlier[language]}
              title={texts.earlier[language]}
              disabled={page === 0}
              onClick={() => onPage(page - 1)}
            >
              <span class="turn-left">
                <Icon name="expand" />
              </span>
            </button>
            <button
              type="button"
              class="icon-button"
              aria-label={texts.later[language]}
              title={texts.later[language]}
              disabled={last >= rows}
              onClick={() => onPage(page + 1)}
            >
              <Icon name="expand" />
            </button>
          </div>
          <GoTo rows={allRows} onRow={onRow} />
        </>
      )}
    </div>
  );
}

function GoTo(
  { rows, onRow }: { readonly rows: number; readonly onRow: (row: number) => void },
): JSX.Element {
  const language = useLanguage();
  const [text, setText] = useState("");
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const row = Number(text);
        if (Number.isSafeInteger(row) && row >= 1 && row <= rows) onRow(row);
      }}
    >
      <input
        class="input number"
        type="number"
        min={1}
        max={rows}
        step={1}
        required
        aria-label={diagnosisRowsTexts.goTo[language]}
        placeholder={diagnosisRowsTexts.goTo[language]}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="button">{diagnosisRowsTexts.go[language]}</button>
    </form>
  );
}
