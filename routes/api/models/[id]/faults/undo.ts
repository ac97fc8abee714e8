import { define } from "@/web/define.ts";
import { faultsSchema, undoFaultsSchema } from "@/web/faults_schema.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Undoes the last save of a fault catalogue, or the last undoing",
      zh: "撤销故障目录的上次保存，或恢复上次撤销",
    },
    body: undoFaultsSchema,
    answer: faultsSchema,
  },
});

/** Brings back the fault catalogue of a model as it was before. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { basedOn } = await readJson(ctx.req, undoFaultsSchema);
    const { catalogues } = ctx.state.services.workbench;
    return Response.json(catalogues.undo(ctx.params.id ?? "", basedOn));
  },
});
