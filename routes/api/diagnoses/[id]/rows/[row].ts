import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { rowQuerySchema } from "@/web/row_query.ts";
import { diagnosisRowSchema } from "@/web/sample_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "One row of a diagnosis, explained; rows count from 1, in the order of the file",
      zh: "诊断中某一行的解释；行号从 1 开始，按文件中的顺序",
    },
    query: rowQuerySchema,
    answer: diagnosisRowSchema,
  },
});

/** Explains a row of a diagnosis. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { req: { signal }, params: { id = "", row = "" } } = ctx;
    const { answers } = ctx.state.services.workbench;
    const query = readQuery(ctx.url, rowQuerySchema);
    return Response.json(await answers.row(id, row, query, signal));
  },
});
