import type { SortColumn } from "@/pipeline/table/paging/table_page.ts";

/** The order after a click on a head: up, down, as in the file. @param isAdded Whether the other columns stay. */
export function nextSort(
  sort: readonly SortColumn[],
  column: string,
  isAdded: boolean,
): SortColumn[] {
  const known = sort.find((each) => each.column === column);
  const next = known === undefined
    ? [{ column, descending: false }]
    : known.descending
    ? []
    : [{ column, descending: true }];
  if (!isAdded) return next;
  return known === undefined
    ? [...sort, ...next]
    : sort.flatMap((each) => each.column === column ? next : [each]);
}
