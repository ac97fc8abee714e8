import { renameSchema } from "@/web/lists_schema.ts";
import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";

/** One model. PATCH gives it another name, DELETE takes it off the list until it is restored. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.model(ctx.params.id ?? "")),
  PATCH: async (ctx) => {
    const { workbench } = ctx.state.services;
    const { name } = await readJson(ctx.req, renameSchema);
    workbench.items.rename("models", ctx.params.id ?? "", name);
    return Response.json(workbench.model(ctx.params.id ?? ""));
  },
  DELETE: (ctx) => {
    ctx.state.services.workbench.items.delete("models", ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
