import { define } from "@/web/define.ts";
import { runLogSchema } from "@/web/run_schema.ts";

export const api = define.api({
  GET: {
    summary: { en: "One run with the logs of its cells", zh: "一次运行及其各单元日志" },
    answer: runLogSchema,
  },
});

/** One run with the logs of its cells. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { id = "", run = "" } = ctx.params;
    return Response.json(ctx.state.services.workbench.runs.get(id, run));
  },
});
