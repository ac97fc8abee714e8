import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { runsQuerySchema } from "@/web/workbench/runs.ts";

/** The last runs of a notebook, what they were worth and in what they differ. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { limit } = readQuery(ctx.url, runsQuerySchema);
    return Response.json(ctx.state.services.workbench.runs.list(ctx.params.id ?? "", limit));
  },
});
