import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { nameRevisionSchema } from "@/web/revision_schema.ts";

/** A notebook as it was saved once; PATCH gives that state a name. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { id = "", revision = "" } = ctx.params;
    return Response.json(ctx.state.services.workbench.revisions.get(id, revision));
  },
  PATCH: async (ctx) => {
    const { id = "", revision = "" } = ctx.params;
    const { name } = await readJson(ctx.req, nameRevisionSchema);
    ctx.state.services.workbench.revisions.rename(id, revision, name);
    return new Response(null, { status: 204 });
  },
});
