import { define } from "@/web/define.ts";
import { runResultSchema } from "@/web/run_result_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "What a scored cell showed at the end of a run",
      zh: "有得分的单元在某次运行结束时的结果图",
    },
    answer: runResultSchema,
  },
});

/** What a scored cell showed at the end of a run. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { id = "", run = "", cell = "" } = ctx.params;
    return Response.json(ctx.state.services.workbench.runs.result(id, run, cell));
  },
});
