import { define } from "@/web/define.ts";
import {
  openedSchema,
  openFileQuerySchema,
  openingLimits,
  openingMedia,
} from "@/web/opening_schema.ts";
import { readQuery } from "@/web/request_body.ts";

export const config = { maxBody: openingLimits.bytes + 1 };

export const api = define.api({
  POST: {
    summary: {
      en:
        "Opens a notebook or pipeline file, the body; nothing of it runs unless that is asked for",
      zh: "打开请求体中的笔记本或流水线文件；除非要求，否则不运行其中任何内容",
    },
    query: openFileQuerySchema,
    body: { media: openingMedia },
    answer: openedSchema,
    status: 201,
  },
});

/** Makes a notebook or a pipeline of a file from elsewhere. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { name, reading, run } = readQuery(ctx.url, openFileQuerySchema);
    const { language, services: { workbench } } = ctx.state;
    const bytes = await ctx.req.bytes();
    const options = { reading, language, run: run === "true" };
    return Response.json(await workbench.opening.open({ name, bytes }, options), { status: 201 });
  },
});
