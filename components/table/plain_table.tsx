import type { ComponentChildren, JSX } from "preact";
import type { TablePage } from "@/pipeline/table/paging/table_page.ts";
import { useLanguage } from "../language.ts";
import { gridTexts } from "../texts_grid.ts";
import { cellWords, wholeCellWords } from "./cell_words.ts";
import type { CellView } from "./cell_view.ts";

/** A table of a few rows, all of them in sight. */
export function PlainTable(
  { label, page, view }: {
    readonly label: string;
    readonly page: TablePage;
    readonly view?: CellView | undefined;
  },
): JSX.Element {
  const language = useLanguage();
  return (
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
          {page.cells.map((cells, index) => (
            <tr key={page.rowNumbers[index]}>
              {page.columns.map((column, place) => {
                const value = cells[place] ?? null;
                const words: ComponentChildren = view?.(column.name, value) ??
                  cellWords(value, column.type, language);
                const isLong = typeof value === "string" && value.length > 48;
                const kind = column.type === "number" ? "right" : isLong ? "wrap" : "";
                return value === null
                  ? (
                    <td
                      key={column.name}
                      class={`${kind} hole`}
                      title={gridTexts.missing[language]}
                    >
                      {words}
                    </td>
                  )
                  : (
                    <td
                      key={column.name}
                      class={kind === "" ? undefined : kind}
                      title={typeof value === "number" ? wholeCellWords(value) : undefined}
                    >
                      {words}
                    </td>
                  );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
