import { define } from "@/web/define.ts";
import { pipelineVersionsSchema } from "@/web/pipeline_schema.ts";

export const api = define.api({
  GET: {
    summary: { en: "All versions of a pipeline, newest first", zh: "流水线的所有版本，最新在前" },
    answer: pipelineVersionsSchema,
  },
});

/** All versions of a pipeline. */
export const handler = define.handlers({
  GET: (ctx) => {
    const versions = ctx.state.services.workbench.pipelines.versions(ctx.params.id ?? "");
    return Response.json({ versions });
  },
});
