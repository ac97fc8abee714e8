import type { JSX } from "preact";
import { Icon } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import type { RowsView, SortColumn } from "./rows_view.ts";

/** The head of a column by which rows can be sorted: up, down, and again as they were. */
export function SortHead(
  { column, name, shown = name, isRight = false, className = "", sort, onSort }: {
    readonly column: SortColumn;
    readonly name: string;
    /** The name as it fits the column. */
    readonly shown?: string;
    readonly isRight?: boolean;
    readonly className?: string;
    readonly sort: RowsView["sort"];
    readonly onSort: (sort: RowsView["sort"]) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const own = sort?.column === column ? sort : null;
  return (
    <th
      scope="col"
      class={`${isRight ? "right" : ""} ${className}`}
      aria-sort={own === null ? undefined : own.isDescending ? "descending" : "ascending"}
    >
      <button
        type="button"
        class="sort-button"
        title={diagnosisRowsTexts.sortBy(name)[language]}
        onClick={() => onSort(nextSort(own, column))}
      >
        {shown}
        {own !== null && <Icon name={own.isDescending ? "down" : "up"} />}
      </button>
    </th>
  );
}

function nextSort(own: RowsView["sort"], column: SortColumn): RowsView["sort"] {
  if (own === null) return { column, isDescending: false };
  return own.isDescending ? null : { column, isDescending: true };
}
