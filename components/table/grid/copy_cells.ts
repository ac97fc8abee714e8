import type { PageCell, TableQuery } from "@/pipeline/table/paging/table_page.ts";
import { wholeCellWords } from "../cell_words.ts";
import type { TableSource } from "../table_source.ts";

/** So many cells can be copied at once. */
export const mostCopied = 500_000;

/** Rows and columns as tab-separated values, with all digits; fetched where they are not there. */
export async function tabSeparated(
  source: TableSource,
  query: TableQuery,
  { first, count, columns }: {
    readonly first: number;
    readonly count: number;
    readonly columns: readonly string[];
  },
): Promise<string> {
  const lines: string[] = [];
  while (lines.length < count) {
    const limit = Math.min(1000, count - lines.length);
    const offset = first + lines.length;
    const { cells } = await source.page({ ...query, offset, limit, columns });
    if (cells.length === 0) break;
    lines.push(...cells.map((row) => row.map(field).join("\t")));
  }
  return lines.join("\n");
}

/** What would end a field is quoted, as spreadsheets do. */
function field(value: PageCell): string {
  const text = wholeCellWords(value);
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
