import { define } from "@/web/define.ts";
import { diagnoseAgainSchema, diagnosisSchema } from "@/web/diagnosis_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Begins to diagnose the same file by another model or with another error rate",
      zh: "用其他模型或其他错误率对同一文件重新诊断",
    },
    body: diagnoseAgainSchema,
    answer: diagnosisSchema,
    status: 201,
  },
});

/** Begins to diagnose the same file once more, as another diagnosis. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const change = await readJson(ctx.req, diagnoseAgainSchema);
    const { diagnoses } = ctx.state.services.workbench;
    return Response.json(diagnoses.again(ctx.params.id ?? "", change), { status: 201 });
  },
});
