import { downloadFile } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: { en: "The ONNX file of a model", zh: "模型的 ONNX 文件" },
    answer: { media: ["application/onnx"] },
  },
});

/** The ONNX file of a model. */
export const handler = define.handlers({
  GET: async (ctx) =>
    await downloadFile(ctx.req, ctx.state.services.workbench.modelFile(ctx.params.id ?? "")),
});
