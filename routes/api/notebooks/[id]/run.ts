import { runRequestSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

/** Lets cells run; what comes of it is told by the stream of events. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const request = await readJson(ctx.req, runRequestSchema);
    const run = await ctx.state.services.workbench.notebooks.run(ctx.params.id ?? "", request);
    return Response.json({ run }, { status: 202 });
  },
});
