import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { restoreRevisionSchema } from "@/web/revision_schema.ts";

/** Saves a notebook anew as it was in an earlier revision. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { id = "", revision = "" } = ctx.params;
    const { basedOn } = await readJson(ctx.req, restoreRevisionSchema);
    const { notebooks, revisions } = ctx.state.services.workbench;
    const { notebook, revision: restored } = revisions.get(id, revision);
    return Response.json(await notebooks.save(id, basedOn, notebook, restored));
  },
});
