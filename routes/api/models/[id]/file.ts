import { download, downloadFile } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";
import { modelFileQuerySchema } from "@/web/export_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The ONNX file of a model with its fault catalogue, or its card",
      zh: "模型的 ONNX 文件（含故障目录）或模型卡",
    },
    query: modelFileQuerySchema,
    answer: { media: ["application/onnx", "application/json"] },
  },
});

/** The ONNX file of a model, or its card. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { params: { id = "" }, state: { services: { workbench } } } = ctx;
    if (readQuery(ctx.url, modelFileQuerySchema).as === "onnx") {
      return await downloadFile(ctx.req, await workbench.modelFiles.file(id));
    }
    const { name, content } = workbench.modelFiles.card(id);
    return download(content, { name, media: "application/json" });
  },
});
