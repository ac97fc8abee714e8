import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { pageQuerySchema } from "@/web/table_query.ts";
import { pageAnswerSchema } from "@/web/table_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "Some rows of the result, filtered, searched and sorted",
      zh: "诊断结果的部分行，可筛选、搜索和排序",
    },
    query: pageQuerySchema,
    answer: pageAnswerSchema,
  },
});

/** Some rows of the result. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const page = readQuery(ctx.url, pageQuerySchema);
    const { diagnoses } = ctx.state.services.workbench;
    return Response.json(await diagnoses.rows(ctx.params.id ?? "", page, ctx.req.signal));
  },
});
