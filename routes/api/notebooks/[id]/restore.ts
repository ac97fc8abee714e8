import { define } from "@/web/define.ts";

/** Undoes the deletion of a notebook. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.notebooks.restore(ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
