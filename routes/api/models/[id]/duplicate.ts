import { createdSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { duplicateSchema } from "@/web/lists_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: { en: "The same model once more, under another name", zh: "以另一名称复制模型" },
    body: duplicateSchema,
    answer: createdSchema,
    status: 201,
  },
});

/** The same model once more, under another name. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const { name } = await readJson(ctx.req, duplicateSchema);
    const id = workbench.items.duplicate("models", ctx.params.id ?? "", language, name);
    return Response.json({ id }, { status: 201 });
  },
});
