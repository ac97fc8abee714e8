import { unknownGroupColumn } from "@/pipeline/diagnosis/findings.ts";
import type { PageRequest, TableFilter, TableQuery } from "@/pipeline/table/paging/table_page.ts";

/** Which rows are shown: all, those with several possible faults, those that fit nothing known, those with warnings. */
export const shownKinds = ["all", "close", "unknown", "warned"] as const;

/** See {@linkcode shownKinds}. */
export type ShownKind = typeof shownKinds[number];

/** The columns of a result by which rows are sorted. */
export const sortColumns = ["diagnosis", "confidence", "runner_up"] as const;

/** See {@linkcode sortColumns}. */
export type SortColumn = typeof sortColumns[number];

/** What is seen of the rows of a diagnosis. */
export interface RowsView {
  readonly show: ShownKind;
  /** The class they were diagnosed as; null = any. */
  readonly fault: string | null;
  /** The group of rows that fit nothing known; null = any. */
  readonly group: number | null;
  readonly search: string;
  readonly sort: { readonly column: SortColumn; readonly isDescending: boolean } | null;
  /** From 0. */
  readonly page: number;
  /** The row that is opened, from 1 in the order of the result. */
  readonly row: number | null;
  /** The rows chosen elsewhere, as ranges such as `1-20,35`; null where none were. */
  readonly among: string | null;
}

/** So many rows are on a page. */
export const rowsAPage = 25;

/** All rows from the first on, none opened. */
export const wholeView: RowsView = {
  show: "all",
  fault: null,
  group: null,
  search: "",
  sort: null,
  page: 0,
  row: null,
  among: null,
};

/** The view that an address names; what it says wrongly is left out. */
export function viewOf(address: URLSearchParams): RowsView {
  const sort = address.get("sort") ?? "";
  const column = sortColumns.find((each) => each === sort.replace(/^-/, ""));
  const row = positive(address.get("row"));
  const view: RowsView = {
    ...wholeView,
    show: shownKinds.find((each) => each === address.get("show")) ?? "all",
    fault: address.get("fault"),
    group: positive(address.get("group")),
    search: address.get("search") ?? "",
    sort: column === undefined ? null : { column, isDescending: sort.startsWith("-") },
    row,
  };
  const page = positive(address.get("page"));
  if (page !== null) return { ...view, page: page - 1 };
  return row !== null && !isNarrowed(view) ? { ...view, page: pageOf(row) } : view;
}

/** What {@linkcode viewOf} reads; chosen rows are too many for an address. */
export function addressOf(view: RowsView): URLSearchParams {
  const address = new URLSearchParams();
  if (view.show !== "all") address.set("show", view.show);
  if (view.fault !== null) address.set("fault", view.fault);
  if (view.group !== null) address.set("group", String(view.group));
  if (view.search !== "") address.set("search", view.search);
  if (view.sort !== null) {
    address.set("sort", (view.sort.isDescending ? "-" : "") + view.sort.column);
  }
  const isTold = view.row !== null && !isNarrowed(view) && pageOf(view.row) === view.page;
  if (view.page > 0 && !isTold) address.set("page", String(view.page + 1));
  if (view.row !== null) address.set("row", String(view.row));
  return address;
}

/** The page of the whole view on which a row stands. */
export function pageOf(row: number): number {
  return Math.floor((row - 1) / rowsAPage);
}

/** The view in which a row is opened among all others. */
export function viewOfRow(row: number): RowsView {
  return { ...wholeView, page: pageOf(row), row };
}

/** Whether rows are left out or stand in another order. */
export function isNarrowed({ show, fault, group, search, sort, among }: RowsView): boolean {
  return show !== "all" || fault !== null || group !== null || search !== "" || sort !== null ||
    among !== null;
}

/**
 * What the rows of a view are asked for with.
 *
 * @param hasVerdicts whether the result says of each row how sure it is
 */
export function queryOf(
  view: RowsView,
  hasVerdicts: boolean,
): TableQuery & Pick<PageRequest, "among"> {
  const { show, fault, group, search, sort, among } = view;
  const filter: TableFilter[] = [];
  if (show === "warned") filter.push({ column: "warnings", op: "is-not", value: "" });
  else if (show !== "all" && hasVerdicts) {
    filter.push({ column: "verdict", op: "is", value: show === "close" ? "several" : "unknown" });
  }
  if (fault !== null) {
    filter.push({ column: "diagnosis", op: "is", value: fault });
    // A row that fits nothing known is not counted as its best guess.
    if (show === "all" && hasVerdicts) {
      filter.push({ column: "verdict", op: "is-not", value: "unknown" });
    }
  }
  if (group !== null) filter.push({ column: unknownGroupColumn, op: "is", value: group });
  return {
    ...(among === null ? {} : { among }),
    filter,
    search,
    sort: sort === null ? [] : [{ column: sort.column, descending: sort.isDescending }],
  };
}

function positive(text: string | null): number | null {
  const number = Number(text);
  return text !== null && Number.isSafeInteger(number) && number >= 1 ? number : null;
}
