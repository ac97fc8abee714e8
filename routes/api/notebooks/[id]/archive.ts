import { download } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { archiveQuerySchema } from "@/web/export_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "All that the notebook gives, as one ZIP archive: every format, models, diagnoses, " +
        "tables, figures",
      zh: "笔记本的全部内容（ZIP 压缩包）：所有导出格式、模型、诊断结果、表格与图表",
    },
    query: archiveQuerySchema,
    answer: { media: ["application/zip"] },
  },
});

/** All that the notebook gives, as one ZIP archive. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const query = { language, ...readQuery(ctx.url, archiveQuerySchema) };
    const { name, content } = await workbench.exports.archive(ctx.params.id ?? "", query);
    const media = "application/zip";
    return download(ctx.req.method === "HEAD" ? "" : content(), { name, media });
  },
});
