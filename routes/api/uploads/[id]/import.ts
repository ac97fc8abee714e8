import { datasetSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { importRequestSchema } from "@/web/import_schema.ts";
import { readJson } from "@/web/request_body.ts";

/** Settings name columns, of which there may be thousands with long names. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  POST: {
    summary: { en: "Makes a dataset of an upload", zh: "将上传文件导入为数据集" },
    body: importRequestSchema,
    answer: datasetSchema,
    status: 201,
  },
});

/** Makes a dataset of an upload. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { settings, name } = await readJson(ctx.req, importRequestSchema);
    const { datasets } = ctx.state.services.workbench;
    const dataset = await datasets.import(ctx.params.id ?? "", settings, name);
    return Response.json(dataset, { status: 201 });
  },
});
