import { define } from "@/web/define.ts";

/** What was deleted and can still be restored. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ deleted: ctx.state.services.workbench.items.deleted() }),
});
