import { define } from "@/web/define.ts";

export const api = define.api({
  POST: {
    summary: { en: "Restores a deleted diagnosis", zh: "恢复已删除的诊断" },
  },
});

/** Undoes the deletion of a diagnosis. */
export const handler = define.handlers({
  POST: (ctx) => {
    ctx.state.services.workbench.items.restore("diagnoses", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
