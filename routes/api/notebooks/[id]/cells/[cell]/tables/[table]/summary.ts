import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { summaryQuerySchema } from "@/web/table_query.ts";
import { summaryAnswerSchema } from "@/web/table_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "What columns of a table of the cell's result hold",
      zh: "单元结果表各列的概况",
    },
    query: summaryQuerySchema,
    answer: summaryAnswerSchema,
  },
});

/** What columns of a table of the cell's result hold. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "", table = "" } = ctx.params;
    const { columns } = readQuery(ctx.url, summaryQuerySchema);
    const { notebooks } = ctx.state.services.workbench;
    const { signal } = ctx.req;
    return Response.json({
      columns: await notebooks.tableSummary(id, cell, table, columns, signal),
    });
  },
});
