import { define } from "@/web/define.ts";

/** All diagnoses, without their rows. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ diagnoses: ctx.state.services.workbench.diagnoses.list() }),
});
