import { createdSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { applyPipelineSchema } from "@/web/pipeline_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Makes a notebook that trains a pipeline on a dataset, which runs already",
      zh: "新建在数据集上训练流水线的笔记本并立即运行",
    },
    body: applyPipelineSchema,
    answer: createdSchema,
    status: 201,
  },
});

/** From a pipeline and a dataset to a notebook, which runs already. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const request = await readJson(ctx.req, applyPipelineSchema);
    const id = await ctx.state.services.workbench.pipelines.apply(ctx.params.id ?? "", request);
    return Response.json({ id }, { status: 201 });
  },
});
