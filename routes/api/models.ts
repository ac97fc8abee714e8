import { define } from "@/web/define.ts";

/** All models in all versions. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ models: ctx.state.services.workbench.models() }),
});
