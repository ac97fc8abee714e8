import { download } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { exportFormats } from "@/web/export/formats.ts";
import { exportQuerySchema } from "@/web/export_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The notebook with what came of it, in a form to be taken elsewhere",
      zh: "导出笔记本及其结果",
    },
    query: exportQuerySchema,
    answer: { media: [...new Set(exportFormats.map(({ media }) => media.split(";")[0] ?? ""))] },
  },
});

/** The notebook with what came of it, in a form to be taken elsewhere. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const query = { language, ...readQuery(ctx.url, exportQuerySchema) };
    const { name, media, content } = await workbench.exports.make(
      ctx.params.id ?? "",
      query,
    );
    return download(content, { name, media });
  },
});
