import { datasetSchema, datasetsSchema, uploadQuerySchema } from "@/web/api_schema.ts";
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
      en: "Stores a table file, which is the body, as a dataset",
      zh: "将请求体中的表格文件保存为数据集",
    },
    query: uploadQuerySchema,
    body: { media: ["text/csv", "application/vnd.apache.parquet"] },
    answer: datasetSchema,
    status: 201,
  },
});

/** The table files that people have brought; POST brings another one as the body. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ datasets: ctx.state.services.workbench.datasets.list() }),
  POST: async (ctx) => {
    const { name } = readQuery(ctx.url, uploadQuerySchema);
    const { datasets } = ctx.state.services.workbench;
    return Response.json(await datasets.add(incomingFile(ctx.req, name)), { status: 201 });
  },
});
