import { downloadFile } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";

/** The ONNX file of a model. */
export const handler = define.handlers({
  GET: async (ctx) =>
    await downloadFile(ctx.req, ctx.state.services.workbench.modelFile(ctx.params.id ?? "")),
});
