import { define } from "@/web/define.ts";

/** What a cell had to say in its last run. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { id = "", cell = "" } = ctx.params;
    return Response.json(ctx.state.services.workbench.runs.cellLog(id, cell));
  },
});
