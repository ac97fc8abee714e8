import { notebookViewSchema, savedNotebookSchema, saveNotebookSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { retitleSchema } from "@/web/lists_schema.ts";
import { readJson } from "@/web/request_body.ts";

/** A notebook has at most 8 Mi characters, of up to four bytes each. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  GET: {
    summary: {
      en: "One notebook with its cells as they stand",
      zh: "一个笔记本及其各单元的当前状态",
    },
    answer: notebookViewSchema,
  },
  PUT: {
    summary: {
      en: "Saves a notebook as the revision after the one it was changed from",
      zh: "在所基于的修订版之后保存笔记本的新修订版",
    },
    body: saveNotebookSchema,
    answer: savedNotebookSchema,
  },
  PATCH: {
    summary: { en: "Gives a notebook another title", zh: "重命名笔记本" },
    body: retitleSchema,
    answer: savedNotebookSchema,
  },
  DELETE: {
    summary: { en: "Deletes a notebook; it can be restored", zh: "删除笔记本，可恢复" },
  },
});

/** One notebook with its cells as they stand. PATCH gives it another title, DELETE takes it off the list. */
export const handler = define.handlers({
  GET: async (ctx) =>
    Response.json(await ctx.state.services.workbench.notebooks.view(ctx.params.id ?? "")),
  PUT: async (ctx) => {
    const { basedOn, notebook } = await readJson(ctx.req, saveNotebookSchema);
    const { notebooks } = ctx.state.services.workbench;
    return Response.json(await notebooks.save(ctx.params.id ?? "", basedOn, notebook));
  },
  PATCH: async (ctx) => {
    const { title } = await readJson(ctx.req, retitleSchema);
    const { notebooks } = ctx.state.services.workbench;
    return Response.json(await notebooks.rename(ctx.params.id ?? "", title));
  },
  DELETE: async (ctx) => {
    await ctx.state.services.workbench.notebooks.delete(ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
