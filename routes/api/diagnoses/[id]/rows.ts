import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { pageQuerySchema } from "@/web/table_query.ts";

/** Some rows of the result. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const page = readQuery(ctx.url, pageQuerySchema);
    const { diagnoses } = ctx.state.services.workbench;
    return Response.json(await diagnoses.rows(ctx.params.id ?? "", page, ctx.req.signal));
  },
});
