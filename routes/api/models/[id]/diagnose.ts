import { errorRates } from "@/pipeline/diagnosis/verdict.ts";
import { define } from "@/web/define.ts";
import { diagnoseQuerySchema } from "@/web/diagnosis_query.ts";
import { diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { readQuery } from "@/web/request_body.ts";
import { incomingFile } from "@/web/workbench/receive_file.ts";

/** The workbench itself limits what comes in, piece by piece. */
export const config = { maxBody: Infinity };

export const api = define.api({
  POST: {
    summary: {
      en:
        "Begins to diagnose the rows of the table file that is the body; with wait=true answers once it is done",
      zh: "开始对请求体中表格文件的各行进行诊断；wait=true 时待完成后再返回",
    },
    query: diagnoseQuerySchema,
    body: { media: ["text/csv", "application/vnd.apache.parquet"] },
    answer: diagnosisSchema,
    status: 201,
  },
});

/** Begins to diagnose the rows of the file that is the body. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const { name, wait, errorRate = errorRates.usual } = readQuery(ctx.url, diagnoseQuerySchema);
    const options = { wait: wait === "true", errorRate, language };
    const file = incomingFile(ctx.req, name);
    const diagnosis = await workbench.diagnoses.add(ctx.params.id ?? "", file, options);
    return Response.json(diagnosis, { status: 201 });
  },
});
