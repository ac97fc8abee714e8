import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { newUploadSchema } from "@/web/upload_schema.ts";

/** The files that are on their way or wait to be imported; POST begins another one, or goes on with it. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ uploads: ctx.state.services.workbench.uploads.list() }),
  POST: async (ctx) => {
    const file = await readJson(ctx.req, newUploadSchema);
    const { isNew, upload } = await ctx.state.services.workbench.uploads.start(file);
    return Response.json(upload, { status: isNew ? 201 : 200 });
  },
});
