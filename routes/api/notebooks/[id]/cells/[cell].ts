import { define } from "@/web/define.ts";

/** One cell as it stands. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "" } = ctx.params;
    return Response.json(await ctx.state.services.workbench.notebooks.cell(id, cell));
  },
});
