import { define } from "@/web/define.ts";
import { duplicateNotebookSchema } from "@/web/lists_schema.ts";
import { readJson } from "@/web/request_body.ts";

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
