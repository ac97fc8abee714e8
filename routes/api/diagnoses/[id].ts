import { define } from "@/web/define.ts";

/** One diagnosis, without its rows. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.diagnoses.get(ctx.params.id ?? "")),
});
