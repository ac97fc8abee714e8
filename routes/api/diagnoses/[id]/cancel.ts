import { define } from "@/web/define.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Ends a diagnosis that runs; nothing is kept of it",
      zh: "取消正在运行的诊断，不保留任何内容",
    },
  },
});

/** Ends a diagnosis that runs. */
export const handler = define.handlers({
  POST: async (ctx) => {
    await ctx.state.services.workbench.diagnoses.cancel(ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
