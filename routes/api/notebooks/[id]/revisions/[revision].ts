import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { nameRevisionSchema, revisionViewSchema } from "@/web/revision_schema.ts";

export const api = define.api({
  GET: {
    summary: { en: "A notebook as it was saved once", zh: "某一修订版的笔记本" },
    answer: revisionViewSchema,
  },
  PATCH: {
    summary: { en: "Names a revision; a named one is kept", zh: "为修订版命名，命名后将一直保留" },
    body: nameRevisionSchema,
  },
});

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
