import { define } from "@/web/define.ts";
import { applyPipelineSchema, pipelineCheckSchema } from "@/web/pipeline_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "How a dataset suits a pipeline; nothing runs",
      zh: "检查数据集是否适合流水线，不运行任何内容",
    },
    body: applyPipelineSchema,
    answer: pipelineCheckSchema,
  },
});

/** How a dataset suits a pipeline. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const request = await readJson(ctx.req, applyPipelineSchema);
    const { pipelines } = ctx.state.services.workbench;
    return Response.json(await pipelines.check(ctx.params.id ?? "", request));
  },
});
