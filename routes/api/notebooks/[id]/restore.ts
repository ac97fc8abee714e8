import { define } from "@/web/define.ts";

export const api = define.api({
  POST: {
    summary: { en: "Restores a deleted notebook", zh: "恢复已删除的笔记本" },
  },
});

/** Undoes the deletion of a notebook. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.notebooks.restore(ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
