import { define } from "@/web/define.ts";
import { pipelineDraftQuerySchema, pipelineDraftSchema } from "@/web/pipeline_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The pipeline of a notebook, as it would be saved",
      zh: "笔记本中的流水线（保存前预览）",
    },
    query: pipelineDraftQuerySchema,
    answer: pipelineDraftSchema,
  },
});

/** The pipeline of a notebook, as it would be saved. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { cell } = readQuery(ctx.url, pipelineDraftQuerySchema);
    const { pipelines } = ctx.state.services.workbench;
    return Response.json(await pipelines.draft(ctx.params.id ?? "", cell));
  },
});
