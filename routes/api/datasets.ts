import { datasetSchema, datasetsSchema, uploadQuerySchema } from "@/web/api_schema.ts";
import { guessedSettings } from "@/web/import_schema.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { incomingFile } from "@/web/workbench/receive_file.ts";

/** The workbench itself limits what comes in, piece by piece. */
export const config = { maxBody: Infinity };

export const api = define.api({
  GET: {
    summary: { en: "All datasets, newest first", zh: "所有数据集，最新在前" },
    answer: datasetsSchema,
  },
  POST: {
    summary: {
      en: "Imports a table file, which is the body, as it is guessed to be meant",
      zh: "按自动判断的方式将请求体中的表格文件导入为数据集",
    },
    query: uploadQuerySchema,
    body: { media: ["text/csv", "application/vnd.apache.parquet"] },
    answer: datasetSchema,
    status: 201,
  },
});

/** The tables that were imported; POST imports another one, the body, as it is guessed to be meant. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ datasets: ctx.state.services.workbench.datasets.list() }),
  POST: async (ctx) => {
    const { name } = readQuery(ctx.url, uploadQuerySchema);
    const { datasets } = ctx.state.services.workbench;
    const dataset = await datasets.add(incomingFile(ctx.req, name), guessedSettings);
    return Response.json(dataset, { status: 201 });
  },
});
