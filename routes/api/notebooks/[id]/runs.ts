import { define } from "@/web/define.ts";
import { readQuery } from "@/web/request_body.ts";
import { runsSchema } from "@/web/run_schema.ts";
import { runsQuerySchema } from "@/web/workbench/runs.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The last runs of a notebook, what they were worth and in what they differ",
      zh: "笔记本最近的运行、其得分及差异",
    },
    query: runsQuerySchema,
    answer: runsSchema,
  },
});

/** The last runs of a notebook, what they were worth and in what they differ. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { limit } = readQuery(ctx.url, runsQuerySchema);
    return Response.json(ctx.state.services.workbench.runs.list(ctx.params.id ?? "", limit));
  },
});
