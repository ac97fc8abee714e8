import { define } from "@/web/define.ts";
import { cellLogSchema } from "@/web/run_schema.ts";

export const api = define.api({
  GET: {
    summary: { en: "What a cell had to say in its last run", zh: "单元最近一次运行的日志" },
    answer: cellLogSchema,
  },
});

/** What a cell had to say in its last run. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { id = "", cell = "" } = ctx.params;
    return Response.json(ctx.state.services.workbench.runs.cellLog(id, cell));
  },
});
