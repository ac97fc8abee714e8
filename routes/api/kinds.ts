import { describeCellKind } from "@/pipeline/cells/cell_schema.ts";
import { define } from "@/web/define.ts";

/** Every cell kind with the schema of its params, in the order of the palette. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { kinds } = ctx.state.services.workbench;
    return Response.json({ kinds: [...kinds.values()].map(describeCellKind) });
  },
});
