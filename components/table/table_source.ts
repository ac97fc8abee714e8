import { get } from "@/islands/api.ts";
import type {
  ColumnSummary,
  PageRequest,
  TablePage,
  TableQuery,
} from "@/pipeline/table/paging/table_page.ts";
import { pageAnswerSchema, summaryAnswerSchema } from "@/web/table_schema.ts";

/** Where the rows of a table come from. */
export interface TableSource {
  /** Tells one table from another. */
  readonly key: string;
  page(request: PageRequest, signal?: AbortSignal): Promise<TablePage>;
  summary(columns: readonly string[], signal?: AbortSignal): Promise<readonly ColumnSummary[]>;
  /** Where the rows of a query can be had as CSV; nowhere without. */
  csvAddress?(query: TableQuery): string;
}

/**
 * A table of a cell's result.
 *
 * @param version Changes with the result.
 * @param ready Resolves once the server has the cell.
 */
export function cellTableSource(
  notebook: string,
  cell: string,
  table: number,
  version: string,
  ready: () => Promise<void>,
): TableSource {
  const path = `/api/notebooks/${notebook}/cells/${encodeURIComponent(cell)}/tables/${table}`;
  return {
    ...sourceAt(path, ready),
    key: `${path} ${version}`,
    csvAddress: (query) => `${path}/file?${queryText(query)}`,
  };
}

/** The rows of a diagnosis. */
export function diagnosisSource(id: string): TableSource {
  return sourceAt(`/api/diagnoses/${id}/rows`);
}

function sourceAt(path: string, ready?: () => Promise<void>): TableSource {
  return {
    key: path,
    page: async ({ offset, limit, columns, among, ...query }, signal) => {
      await ready?.();
      const parts = queryText(query);
      parts.set("offset", String(offset));
      parts.set("limit", String(limit));
      if (among !== undefined) parts.set("among", among);
      if (columns !== undefined) parts.set("columns", JSON.stringify(columns));
      return await get(`${path}?${parts}`, pageAnswerSchema, signal);
    },
    summary: async (columns, signal) => {
      await ready?.();
      const parts = new URLSearchParams({ columns: JSON.stringify(columns) });
      return (await get(`${path}/summary?${parts}`, summaryAnswerSchema, signal)).columns;
    },
  };
}

function queryText({ sort = [], filter = [], search = "" }: TableQuery): URLSearchParams {
  const parts = new URLSearchParams();
  if (sort.length > 0) parts.set("sort", JSON.stringify(sort));
  if (filter.length > 0) parts.set("filter", JSON.stringify(filter));
  if (search.trim() !== "") parts.set("search", search);
  return parts;
}
