import { downloadPieces } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { tableQuerySchema } from "@/web/table_query.ts";
import { tableCsv } from "@/web/workbench/table_csv.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The rows of a table of the cell's result as CSV: all, or those of a query in its order",
      zh: "单元结果表的 CSV 文件：全部行，或按查询筛选与排序后的行",
    },
    query: tableQuerySchema,
    answer: { media: ["text/csv"] },
  },
});

/** The rows of a table of the cell's result as CSV: all of them, or those of a query in its order. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "", table = "" } = ctx.params;
    const { notebooks } = ctx.state.services.workbench;
    const name = await notebooks.tableName(id, cell, table);
    const query = readQuery(ctx.url, tableQuerySchema);
    // What is wrong with the query is told before the file begins.
    await notebooks.tablePage(id, cell, table, { ...query, offset: 0, limit: 0, columns: [] });
    const pieces = tableCsv((page) => notebooks.tablePage(id, cell, table, page), query);
    return downloadPieces(ctx.req, pieces, { name, media: "text/csv; charset=utf-8" });
  },
});
