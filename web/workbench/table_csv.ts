import { csvText } from "@/pipeline/diagnosis/csv_text.ts";
import type { PageRequest, TablePage, TableQuery } from "@/pipeline/table/paging/table_page.ts";

/** So many cells are read at a time, in 1,000 rows at most. */
const cellsAtATime = 300_000;

/**
 * A table as CSV (RFC 4180, UTF-8), read page by page. Texts that a spreadsheet would run as formulas are
 * guarded as in every result; numbers stay as they are.
 *
 * @param readPage Gives some rows of the table.
 * @param query Which rows, in which order; all of them by default.
 */
export async function* tableCsv(
  readPage: (page: PageRequest) => Promise<TablePage>,
  query: TableQuery = {},
): AsyncGenerator<string, void, void> {
  for (let offset = 0, limit = 1, isFirst = true;; isFirst = false) {
    const { rows, columns, cells } = await readPage({ ...query, offset, limit });
    limit = Math.max(1, Math.min(1000, Math.floor(cellsAtATime / Math.max(1, columns.length))));
    let text = isFirst ? `${columns.map(({ name }) => csvText(name)).join(",")}\n` : "";
    for (const row of cells) {
      text += row.map((cell) => typeof cell === "string" ? csvText(cell) : String(cell ?? ""))
        .join(",") + "\n";
    }
    yield text;
    offset += cells.length;
    if (offset >= rows || cells.length === 0) return;
  }
}
