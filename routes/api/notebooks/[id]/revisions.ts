import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { revisionsQuerySchema } from "@/web/revision_schema.ts";

/** The states a notebook was saved in, newest first, each with what it changed. */
export const handler = define.handlers({
  GET: (ctx) => {
    const query = readQuery(ctx.url, revisionsQuerySchema);
    const { revisions } = ctx.state.services.workbench;
    return Response.json(revisions.list(ctx.params.id ?? "", query));
  },
});
