import { define } from "@/web/define.ts";

/** Undoes the deletion of a diagnosis. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.items.restore("diagnoses", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
