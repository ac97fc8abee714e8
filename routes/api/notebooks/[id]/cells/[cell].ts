import { cellViewSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "One cell as it stands, with its last result",
      zh: "一个单元的当前状态及最近结果",
    },
    answer: cellViewSchema,
  },
});

/** One cell as it stands. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { id = "", cell = "" } = ctx.params;
    return Response.json(await ctx.state.services.workbench.notebooks.cell(id, cell));
  },
});
