import { define } from "@/web/define.ts";

/** One model. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.model(ctx.params.id ?? "")),
});
