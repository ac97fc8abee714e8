import { createdSchema, trainRequestSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Makes a notebook that trains on a dataset, which runs already",
      zh: "新建在数据集上训练的笔记本并立即运行",
    },
    body: trainRequestSchema,
    answer: createdSchema,
    status: 201,
  },
});

/** From a dataset to a notebook that trains on it, which runs already. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { dataset } = await readJson(ctx.req, trainRequestSchema);
    const id = await ctx.state.services.workbench.trainFrom(dataset);
    return Response.json({ id }, { status: 201 });
  },
});
