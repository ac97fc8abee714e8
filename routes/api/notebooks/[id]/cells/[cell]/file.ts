import { valueFileQuerySchema } from "@/web/api_schema.ts";
import { download, downloadFile } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The file of a value that the cell gave: a model as ONNX or its card, diagnoses as CSV",
      zh: "单元输出值的文件：ONNX 模型或其模型卡、诊断 CSV",
    },
    query: valueFileQuerySchema,
    answer: { media: ["application/onnx", "application/json", "text/csv"] },
  },
});

/** The file of a value that the cell gave: a model's ONNX or card, or the CSV of a diagnosis. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "" } = ctx.params;
    const { port, as } = readQuery(ctx.url, valueFileQuerySchema);
    const { notebooks, exports } = ctx.state.services.workbench;
    if (as === "card") {
      const { name, content } = await exports.card(id, cell, port);
      return download(content, { name, media: "application/json" });
    }
    return await downloadFile(ctx.req, await notebooks.valueFile(id, cell, port));
  },
});
