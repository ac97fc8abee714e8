import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { summaryQuerySchema } from "@/web/table_query.ts";

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
