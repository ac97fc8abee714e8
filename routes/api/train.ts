import { trainRequestSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

/** From a dataset to a notebook that trains on it, which runs already. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { dataset } = await readJson(ctx.req, trainRequestSchema);
    const id = await ctx.state.services.workbench.trainFrom(dataset);
    return Response.json({ id }, { status: 201 });
  },
});
