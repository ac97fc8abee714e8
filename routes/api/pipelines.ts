import { define } from "@/web/define.ts";
import { pipelinesSchema, savedPipelineSchema, savePipelineSchema } from "@/web/pipeline_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: { en: "All pipelines, newest first", zh: "所有流水线，最新在前" },
    answer: pipelinesSchema,
  },
  POST: {
    summary: {
      en: "Saves the pipeline of a notebook, or that of a file, as the next version of its name",
      zh: "将笔记本或文件中的流水线保存为该名称的下一个版本",
    },
    body: savePipelineSchema,
    answer: savedPipelineSchema,
    status: 201,
  },
});

/** The pipelines of the workspace. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ pipelines: ctx.state.services.workbench.pipelines.list() }),
  POST: async (ctx) => {
    const request = await readJson(ctx.req, savePipelineSchema);
    const saved = await ctx.state.services.workbench.pipelines.save(request);
    return Response.json(saved, { status: saved.isNew ? 201 : 200 });
  },
});
