import { diagnosesSchema } from "@/web/diagnosis_schema.ts";
import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "All diagnoses, newest first, without their rows",
      zh: "所有诊断，最新在前，不含逐行结果",
    },
    answer: diagnosesSchema,
  },
});

/** All diagnoses, without their rows. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ diagnoses: ctx.state.services.workbench.diagnoses.list() }),
});
