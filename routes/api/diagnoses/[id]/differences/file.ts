import { downloadPieces } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { differencesQuerySchema } from "@/web/differences_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The rows that another diagnosis of the same file diagnoses otherwise, as CSV",
      zh: "同一文件的另一次诊断中结果不同的行，CSV 格式",
    },
    query: differencesQuerySchema,
    answer: { media: ["text/csv"] },
  },
});

/** The rows that are diagnosed otherwise, as CSV. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { with: other } = readQuery(ctx.url, differencesQuerySchema);
    const file = ctx.state.services.workbench.diagnoses.differencesFile(
      ctx.params.id ?? "",
      other,
    );
    return downloadPieces(ctx.req, file.content, file);
  },
});
