import { define } from "@/web/define.ts";
import { differencesQuerySchema, differencesSchema } from "@/web/differences_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "How another diagnosis differs: class shares and, of the same file, row by row",
      zh: "与另一次诊断的差异：类别占比；同一文件时逐行比较",
    },
    query: differencesQuerySchema,
    answer: differencesSchema,
  },
});

/** How another diagnosis differs. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { with: other } = readQuery(ctx.url, differencesQuerySchema);
    const { diagnoses } = ctx.state.services.workbench;
    return Response.json(
      await diagnoses.differences(ctx.params.id ?? "", other, ctx.req.signal),
    );
  },
});
