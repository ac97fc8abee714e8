import { createdSchema, newNotebookSchema, notebooksSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

/** A notebook has at most 8 Mi characters, of up to four bytes each. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  GET: {
    summary: {
      en: "All notebooks, last changed first, and those that ship with the program",
      zh: "所有笔记本（最近修改在前）以及随程序附带的笔记本",
    },
    answer: notebooksSchema,
  },
  POST: {
    summary: {
      en: "Makes a notebook: empty, from an example, a copy or a file",
      zh: "新建笔记本：空白、来自示例、副本或文件",
    },
    body: newNotebookSchema,
    answer: createdSchema,
    status: 201,
  },
});

/** The notebooks of the workspace and those that ship with the program; POST makes a new one. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { notebooks, examples } = ctx.state.services.workbench;
    return Response.json({
      notebooks: await notebooks.overviews(),
      examples: await examples.list(),
    });
  },
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const request = await readJson(ctx.req, newNotebookSchema);
    return Response.json({ id: await workbench.notebooks.create(request, language) }, {
      status: 201,
    });
  },
});
