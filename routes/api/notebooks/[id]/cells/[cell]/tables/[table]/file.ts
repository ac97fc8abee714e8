import { downloadPieces } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { tableCsv } from "@/web/workbench/table_csv.ts";

/** A table of the cell's result as CSV. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "", table = "" } = ctx.params;
    const { notebooks } = ctx.state.services.workbench;
    const name = await notebooks.tableName(id, cell, table);
    const pieces = tableCsv((page) => notebooks.tablePage(id, cell, table, page));
    return downloadPieces(ctx.req, pieces, { name, media: "text/csv; charset=utf-8" });
  },
});
