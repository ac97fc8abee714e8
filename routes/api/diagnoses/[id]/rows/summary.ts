import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { summaryQuerySchema } from "@/web/table_query.ts";
import { summaryAnswerSchema } from "@/web/table_schema.ts";

export const api = define.api({
  GET: {
    summary: { en: "What columns of the result hold", zh: "诊断结果各列的概况" },
    query: summaryQuerySchema,
    answer: summaryAnswerSchema,
  },
});

/** What columns of the result hold. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { columns } = readQuery(ctx.url, summaryQuerySchema);
    const { diagnoses } = ctx.state.services.workbench;
    const { signal } = ctx.req;
    return Response.json({
      columns: await diagnoses.summary(ctx.params.id ?? "", columns, signal),
    });
  },
});
