import { define } from "@/web/define.ts";
import { duplicateSchema } from "@/web/lists_schema.ts";
import { readJson } from "@/web/request_body.ts";

/** The same model once more, under another name. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const { name } = await readJson(ctx.req, duplicateSchema);
    const id = workbench.items.duplicate("models", ctx.params.id ?? "", language, name);
    return Response.json({ id }, { status: 201 });
  },
});
