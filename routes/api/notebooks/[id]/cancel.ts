import * as z from "zod/mini";
import { cancelRequestSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Stops cells, all where none is named; answers once they have stopped",
      zh: "停止指定单元（未指定则全部），停止后返回",
    },
    body: cancelRequestSchema,
    answer: z.object({}),
    status: 202,
  },
});

/** Stops cells; answers once they have stopped. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { cells } = await readJson(ctx.req, cancelRequestSchema);
    await ctx.state.services.workbench.notebooks.cancel(ctx.params.id ?? "", cells);
    return Response.json({}, { status: 202 });
  },
});
