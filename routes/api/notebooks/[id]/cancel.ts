import { cancelRequestSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

/** Stops cells; answers once they have stopped. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { cells } = await readJson(ctx.req, cancelRequestSchema);
    await ctx.state.services.workbench.notebooks.cancel(ctx.params.id ?? "", cells);
    return Response.json({}, { status: 202 });
  },
});
