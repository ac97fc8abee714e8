import { datasetSchema } from "@/web/api_schema.ts";
import { renameSchema } from "@/web/lists_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  GET: {
    summary: { en: "One dataset", zh: "一个数据集" },
    answer: datasetSchema,
  },
  PATCH: {
    summary: { en: "Gives a dataset another name", zh: "重命名数据集" },
    body: renameSchema,
    answer: datasetSchema,
  },
  DELETE: {
    summary: {
      en: "Takes a dataset off the list; it can be restored",
      zh: "从列表移除数据集，可恢复",
    },
  },
});

/** One table file that people have brought. PATCH gives it another name, DELETE takes it off the list until it is restored. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.datasets.get(ctx.params.id ?? "")),
  PATCH: async (ctx) => {
    const { workbench } = ctx.state.services;
    const { name } = await readJson(ctx.req, renameSchema);
    workbench.items.rename("datasets", ctx.params.id ?? "", name);
    return Response.json(workbench.datasets.get(ctx.params.id ?? ""));
  },
  DELETE: (ctx) => {
    ctx.state.services.workbench.items.delete("datasets", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
