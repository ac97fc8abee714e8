import { uploadQuerySchema } from "@/web/api_schema.ts";
import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { incomingFile } from "@/web/workbench/receive_file.ts";

/** The workbench itself limits what comes in, piece by piece. */
export const config = { maxBody: Infinity };

/** The table files that people have brought; POST brings another one as the body. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ datasets: ctx.state.services.workbench.datasets.list() }),
  POST: async (ctx) => {
    const { name } = readQuery(ctx.url, uploadQuerySchema);
    const { datasets } = ctx.state.services.workbench;
    return Response.json(await datasets.add(incomingFile(ctx.req, name)), { status: 201 });
  },
});
