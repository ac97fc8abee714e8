import { diagnosisSchema, uploadQuerySchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { incomingFile } from "@/web/workbench/receive_file.ts";

/** The workbench itself limits what comes in, piece by piece. */
export const config = { maxBody: Infinity };

export const api = define.api({
  POST: {
    summary: {
      en: "Diagnoses the rows of the table file that is the body",
      zh: "对请求体中表格文件的各行进行诊断",
    },
    query: uploadQuerySchema,
    body: { media: ["text/csv", "application/vnd.apache.parquet"] },
    answer: diagnosisSchema,
    status: 201,
  },
});

/** Diagnoses the rows of the file that is the body. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const { name } = readQuery(ctx.url, uploadQuerySchema);
    const file = incomingFile(ctx.req, name);
    const diagnosis = await workbench.diagnoses.add(ctx.params.id ?? "", file, language);
    return Response.json(diagnosis, { status: 201 });
  },
});
