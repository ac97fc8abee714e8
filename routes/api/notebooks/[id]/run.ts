import { runAnswerSchema, runRequestSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Lets cells run; what comes of it is told by the stream of events",
      zh: "运行单元，过程由事件流告知",
    },
    body: runRequestSchema,
    answer: runAnswerSchema,
    status: 202,
  },
});

/** Lets cells run; what comes of it is told by the stream of events. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const request = await readJson(ctx.req, runRequestSchema);
    const run = await ctx.state.services.workbench.notebooks.run(ctx.params.id ?? "", request);
    return Response.json({ run }, { status: 202 });
  },
});
