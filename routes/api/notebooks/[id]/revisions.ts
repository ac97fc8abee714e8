import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { revisionsQuerySchema, revisionsSchema } from "@/web/revision_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The states a notebook was saved in, newest first, each with what it changed",
      zh: "笔记本的历史修订版（最新在前）及各自的改动",
    },
    query: revisionsQuerySchema,
    answer: revisionsSchema,
  },
});

/** The states a notebook was saved in, newest first, each with what it changed. */
export const handler = define.handlers({
  GET: (ctx) => {
    const query = readQuery(ctx.url, revisionsQuerySchema);
    const { revisions } = ctx.state.services.workbench;
    return Response.json(revisions.list(ctx.params.id ?? "", query));
  },
});
