import { createContext } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import type { TableQuery } from "@/pipeline/table/paging/table_page.ts";

/** What the page around a table lets its reader do with the rows that a query leaves. */
export interface QueryAction {
  readonly label: Text;
  act(query: TableQuery): void;
}

/** See {@linkcode QueryAction}; undefined where there is nothing to do. */
export const QueryActionContext = createContext<QueryAction | undefined>(undefined);
