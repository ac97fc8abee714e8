import { define } from "@/web/define.ts";
import { diagnosisSchema } from "@/web/diagnosis_schema.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Begins a diagnosis anew that has failed, with the file that was kept",
      zh: "用保留的文件重新开始一次失败的诊断",
    },
    answer: diagnosisSchema,
    status: 202,
  },
});

/** Begins a diagnosis anew that has failed. */
export const handler = define.handlers({
  POST: (ctx) => {
    const { diagnoses } = ctx.state.services.workbench;
    return Response.json(diagnoses.retry(ctx.params.id ?? ""), { status: 202 });
  },
});
