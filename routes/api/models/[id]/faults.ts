import { define } from "@/web/define.ts";
import { faultsSchema, saveFaultsSchema } from "@/web/faults_schema.ts";
import { readJson } from "@/web/request_body.ts";

/** Hundreds of classes with long descriptions in two languages. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  GET: {
    summary: {
      en: "What people call the classes of a model: its fault catalogue",
      zh: "模型各类别的名称与说明，即故障目录",
    },
    answer: faultsSchema,
  },
  PUT: {
    summary: {
      en: "Saves the fault catalogue of a model in place of the one it was changed from",
      zh: "保存模型的故障目录，替换其所基于的版本",
    },
    body: saveFaultsSchema,
    answer: faultsSchema,
  },
});

/** The fault catalogue of a model. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.catalogues.get(ctx.params.id ?? "")),
  PUT: async (ctx) => {
    const request = await readJson(ctx.req, saveFaultsSchema);
    const { catalogues } = ctx.state.services.workbench;
    return Response.json(catalogues.save(ctx.params.id ?? "", request));
  },
});
