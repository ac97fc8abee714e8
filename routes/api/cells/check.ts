import { cellCheckSchema, checkCellSchema } from "@/web/cell_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { checkCell } from "@/web/workbench/check_cell.ts";

/** A cell is part of a notebook, which has at most 8 Mi characters, of up to four bytes each. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  POST: {
    summary: {
      en: "Says whether a cell could run, before it is part of a notebook",
      zh: "检查单元能否运行，尚不加入笔记本",
    },
    body: checkCellSchema,
    answer: cellCheckSchema,
  },
});

/** Says whether a cell could run, before it is part of a notebook. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { cell } = await readJson(ctx.req, checkCellSchema);
    return Response.json({ problem: checkCell(cell, ctx.state.services.workbench.kinds) });
  },
});
