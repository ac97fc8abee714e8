import { modelsSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: { en: "All models in all versions, newest first", zh: "所有模型的所有版本，最新在前" },
    answer: modelsSchema,
  },
});

/** All models in all versions. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ models: ctx.state.services.workbench.models() }),
});
