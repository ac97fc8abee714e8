import { modelSchema } from "@/web/api_schema.ts";
import { renameSchema } from "@/web/lists_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: { en: "One model", zh: "一个模型" },
    answer: modelSchema,
  },
  PATCH: {
    summary: { en: "Gives a model another name", zh: "重命名模型" },
    body: renameSchema,
    answer: modelSchema,
  },
  DELETE: {
    summary: { en: "Takes a model off the list; it can be restored", zh: "从列表移除模型，可恢复" },
  },
});

/** One model. PATCH gives it another name, DELETE takes it off the list until it is restored. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.model(ctx.params.id ?? "")),
  PATCH: async (ctx) => {
    const { workbench } = ctx.state.services;
    const { name } = await readJson(ctx.req, renameSchema);
    workbench.items.rename("models", ctx.params.id ?? "", name);
    return Response.json(workbench.model(ctx.params.id ?? ""));
  },
  DELETE: (ctx) => {
    ctx.state.services.workbench.items.delete("models", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
