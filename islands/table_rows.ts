import type { TableQuery } from "@/pipeline/table/paging/table_page.ts";
import { pageAnswerSchema } from "@/web/table_schema.ts";
import { get } from "./api.ts";

/** As many rows as the server gives at a time. */
const atOnce = 1000;

/** No choice of rows is longer. */
const mostRows = 200_000;

/**
 * The numbers in a column of the rows of a cell's table that a query leaves.
 *
 * @param table where it stands among the tables of the cell's result, from 0
 * @throws {HealerError} the problem the server named
 */
export async function numbersWhere(
  { notebook, cell, table }: {
    readonly notebook: string;
    readonly cell: string;
    readonly table: number;
  },
  column: string,
  { filter = [], search = "" }: TableQuery,
): Promise<number[]> {
  const numbers: number[] = [];
  for (let offset = 0; offset < mostRows; offset += atOnce) {
    const query = new URLSearchParams({
      offset: String(offset),
      limit: String(atOnce),
      columns: JSON.stringify([column]),
      filter: JSON.stringify(filter),
      search,
    });
    const { cells, rows } = await get(
      `/api/notebooks/${notebook}/cells/${cell}/tables/${table}?${query}`,
      pageAnswerSchema,
    );
    for (const [number] of cells) if (typeof number === "number") numbers.push(number);
    if (offset + atOnce >= rows) break;
  }
  return numbers;
}
