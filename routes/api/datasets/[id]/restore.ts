import { define } from "@/web/define.ts";

export const api = define.api({
  POST: {
    summary: { en: "Restores a deleted dataset", zh: "恢复已删除的数据集" },
  },
});

/** Undoes the deletion of a dataset. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.items.restore("datasets", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
