import { diagnosisSchema } from "@/web/api_schema.ts";
import { renameSchema } from "@/web/lists_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: { en: "One diagnosis", zh: "一个诊断" },
    answer: diagnosisSchema,
  },
  PATCH: {
    summary: { en: "Gives a diagnosis another name", zh: "重命名诊断" },
    body: renameSchema,
    answer: diagnosisSchema,
  },
  DELETE: {
    summary: {
      en: "Takes a diagnosis off the list; it can be restored",
      zh: "从列表移除诊断，可恢复",
    },
  },
});

/** One diagnosis, without its rows. PATCH gives it another name, DELETE takes it off the list until it is restored. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.diagnoses.get(ctx.params.id ?? "")),
  PATCH: async (ctx) => {
    const { workbench } = ctx.state.services;
    const { name } = await readJson(ctx.req, renameSchema);
    workbench.items.rename("diagnoses", ctx.params.id ?? "", name);
    return Response.json(workbench.diagnoses.get(ctx.params.id ?? ""));
  },
  DELETE: (ctx) => {
    ctx.state.services.workbench.items.delete("diagnoses", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
