import { define } from "@/web/define.ts";
import { deletedSchema } from "@/web/lists_schema.ts";

export const api = define.api({
  GET: {
    summary: { en: "What was deleted and can still be restored", zh: "已删除且仍可恢复的条目" },
    answer: deletedSchema,
  },
});

/** What was deleted and can still be restored. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ deleted: ctx.state.services.workbench.items.deleted() }),
});
