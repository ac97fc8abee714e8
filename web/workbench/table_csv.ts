import type { TablePage, TablePageRequest } from "@/pipeline/kernel/executor.ts";
import { csvText } from "@/pipeline/diagnosis/csv_text.ts";

const rowsAtATime = 1000;

/**
 * A table as CSV (RFC 4180, UTF-8), read page by page. Texts that a spreadsheet would run as formulas are
 * guarded as in every result; numbers stay as they are.
 *
 * @param readPage Gives some rows of the table.
 */
export async function* tableCsv(
  readPage: (page: Omit<TablePageRequest, "file">) => Promise<TablePage>,
): AsyncGenerator<string, void, void> {
  for (let offset = 0, isFirst = true;; isFirst = false) {
    const { rows, columns, cells } = await readPage({ offset, limit: rowsAtATime });
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
