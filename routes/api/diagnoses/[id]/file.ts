import { downloadFile, downloadPieces } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { resultFormatSchema } from "@/web/diagnosis_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: { en: "The result as CSV, JSON or Parquet", zh: "诊断结果文件：CSV、JSON 或 Parquet" },
    query: resultFormatSchema,
    answer: { media: ["text/csv", "application/json", "application/vnd.apache.parquet"] },
  },
});

/** The result as CSV, JSON or Parquet. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { format } = readQuery(ctx.url, resultFormatSchema);
    const file = ctx.state.services.workbench.diagnoses.file(ctx.params.id ?? "", format);
    return "path" in file
      ? await downloadFile(ctx.req, file)
      : downloadPieces(ctx.req, file.content, file);
  },
});
