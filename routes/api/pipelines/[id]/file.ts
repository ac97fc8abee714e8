import { download } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { pipelineFileQuerySchema } from "@/web/pipeline_schema.ts";
import { readQuery } from "@/web/request_body.ts";

const media = "application/json";

export const api = define.api({
  GET: {
    summary: { en: "A pipeline as a file", zh: "流水线文件" },
    query: pipelineFileQuerySchema,
    answer: { media: [media] },
  },
});

/** A pipeline as a file. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { version } = readQuery(ctx.url, pipelineFileQuerySchema);
    const { pipelines } = ctx.state.services.workbench;
    const { name, content } = pipelines.file(ctx.params.id ?? "", version);
    return download(content, { name, media });
  },
});
