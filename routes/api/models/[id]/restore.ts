import { define } from "@/web/define.ts";

export const api = define.api({
  POST: {
    summary: { en: "Restores a deleted model", zh: "恢复已删除的模型" },
  },
});

/** Undoes the deletion of a model. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.items.restore("models", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
