import { download, downloadFile, downloadPieces } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { resultFormatSchema } from "@/web/diagnosis_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The result as CSV, JSON or Parquet, or a report as one HTML file",
      zh: "诊断结果文件：CSV、JSON 或 Parquet，或单个 HTML 文件的报告",
    },
    query: resultFormatSchema,
    answer: {
      media: ["text/csv", "application/json", "application/vnd.apache.parquet", "text/html"],
    },
  },
});

/** The result as CSV, JSON or Parquet, or a report. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { format } = readQuery(ctx.url, resultFormatSchema);
    const { workbench } = ctx.state.services;
    const id = ctx.params.id ?? "";
    if (format === "html") {
      const report = await workbench.diagnosisReport(id, ctx.state.language, ctx.req.signal);
      return download(report.content, { ...report, media: "text/html; charset=utf-8" });
    }
    const file = workbench.diagnoses.file(id, format);
    return "path" in file
      ? await downloadFile(ctx.req, file)
      : downloadPieces(ctx.req, file.content, file);
  },
});
