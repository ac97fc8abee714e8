import { savedNotebookSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { restoreRevisionSchema } from "@/web/revision_schema.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Saves a notebook anew as it was in an earlier revision",
      zh: "将笔记本恢复为较早的修订版并另存为新修订版",
    },
    body: restoreRevisionSchema,
    answer: savedNotebookSchema,
  },
});

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
