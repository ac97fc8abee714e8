import { broughtModelSchema, modelsSchema, uploadQuerySchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { incomingFile } from "@/web/workbench/receive_file.ts";

/** Models are read whole. */
export const config = { maxBody: 2 ** 30 };

export const api = define.api({
  GET: {
    summary: { en: "All models in all versions, newest first", zh: "所有模型的所有版本，最新在前" },
    answer: modelsSchema,
  },
  POST: {
    summary: {
      en: "Brings in a model from its ONNX file, which is the body; 200 where it is there already",
      zh: "从请求体中的 ONNX 文件导入模型；若已存在则返回 200",
    },
    query: uploadQuerySchema,
    body: { media: ["application/onnx"] },
    answer: broughtModelSchema,
    status: 201,
  },
});

/** All models in all versions; POST brings one in. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ models: ctx.state.services.workbench.models() }),
  POST: async (ctx) => {
    const { name } = readQuery(ctx.url, uploadQuerySchema);
    const { modelFiles } = ctx.state.services.workbench;
    const { model, isNew, notices } = await modelFiles.bringIn(
      incomingFile(ctx.req, name),
      config.maxBody,
    );
    return Response.json({ model, notices }, { status: isNew ? 201 : 200 });
  },
});
