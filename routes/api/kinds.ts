import { describeCellKind } from "@/pipeline/cells/cell_schema.ts";
import { kindsSchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "Every cell kind with the JSON Schema of its params",
      zh: "所有单元类型及其参数的 JSON Schema",
    },
    answer: kindsSchema,
  },
});

/** Every cell kind with the schema of its params, in the order of the palette. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { kinds } = ctx.state.services.workbench;
    return Response.json({ kinds: [...kinds.values()].map(describeCellKind) });
  },
});
