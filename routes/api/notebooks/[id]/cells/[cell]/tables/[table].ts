import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { pageQuerySchema } from "@/web/table_query.ts";

/** Some rows of a table of the cell's result. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "", table = "" } = ctx.params;
    const page = readQuery(ctx.url, pageQuerySchema);
    const { notebooks } = ctx.state.services.workbench;
    return Response.json(await notebooks.tablePage(id, cell, table, page, ctx.req.signal));
  },
});
