import { createdSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { duplicateNotebookSchema } from "@/web/lists_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: { en: "A copy of the notebook as it is now", zh: "复制当前笔记本" },
    body: duplicateNotebookSchema,
    answer: createdSchema,
    status: 201,
  },
});

/** A copy of the notebook as it is now. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const { title } = await readJson(ctx.req, duplicateNotebookSchema);
    const copyOf = ctx.params.id ?? "";
    const request = { copyOf, run: false, ...(title === undefined ? {} : { title }) };
    return Response.json({ id: await workbench.notebooks.create(request, language) }, {
      status: 201,
    });
  },
});
