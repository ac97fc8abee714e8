import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { pageQuerySchema } from "@/web/table_query.ts";
import { pageAnswerSchema } from "@/web/table_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "Some rows of a table of the cell's result, filtered, searched and sorted",
      zh: "单元结果表的部分行，可筛选、搜索和排序",
    },
    query: pageQuerySchema,
    answer: pageAnswerSchema,
  },
});

/** Some rows of a table of the cell's result. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "", table = "" } = ctx.params;
    const page = readQuery(ctx.url, pageQuerySchema);
    const { notebooks } = ctx.state.services.workbench;
    return Response.json(await notebooks.tablePage(id, cell, table, page, ctx.req.signal));
  },
});
