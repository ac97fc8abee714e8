import { define } from "@/web/define.ts";
import {
  openingLimits,
  openingMedia,
  openingQuerySchema,
  openingSummarySchema,
} from "@/web/opening_schema.ts";
import { readQuery } from "@/web/request_body.ts";

/** One byte more than can be opened, so that the answer says what is too large. */
export const config = { maxBody: openingLimits.bytes + 1 };

export const api = define.api({
  POST: {
    summary: {
      en: "Says what a notebook or pipeline file, the body, will do before anything is made of it",
      zh: "在创建任何内容之前，说明请求体中的笔记本或流水线文件将做什么",
    },
    query: openingQuerySchema,
    body: { media: openingMedia },
    answer: openingSummarySchema,
  },
});

/** What a file from elsewhere is; nothing is stored, and nothing runs. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { name, reading } = readQuery(ctx.url, openingQuerySchema);
    const { language, services: { workbench } } = ctx.state;
    const bytes = await ctx.req.bytes();
    return Response.json(workbench.opening.summary({ name, bytes }, { reading, language }));
  },
});
