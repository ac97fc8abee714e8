import { valueFileQuerySchema } from "@/web/api_schema.ts";
import { downloadFile } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The file of a value that the cell gave: a model as ONNX, diagnoses as CSV",
      zh: "单元输出值的文件：ONNX 模型或诊断 CSV",
    },
    query: valueFileQuerySchema,
    answer: { media: ["application/onnx", "text/csv"] },
  },
});

/** The file of a value that the cell gave: a model's ONNX or the CSV of a diagnosis. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "" } = ctx.params;
    const { port } = readQuery(ctx.url, valueFileQuerySchema);
    const { notebooks } = ctx.state.services.workbench;
    return await downloadFile(ctx.req, await notebooks.valueFile(id, cell, port));
  },
});
