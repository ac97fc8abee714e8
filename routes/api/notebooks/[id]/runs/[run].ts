import { define } from "@/web/define.ts";

/** One run with the logs of its cells. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { id = "", run = "" } = ctx.params;
    return Response.json(ctx.state.services.workbench.runs.get(id, run));
  },
});
