import { define } from "@/web/define.ts";

/** Undoes the deletion of a dataset. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.items.restore("datasets", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
