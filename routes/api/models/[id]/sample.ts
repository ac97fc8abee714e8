import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { sampleAnswerSchema, sampleFormSchema, sampleRequestSchema } from "@/web/sample_schema.ts";

/** A row of some ten thousand features fits. */
export const config = { maxBody: 4 * 1024 ** 2 };

export const api = define.api({
  GET: {
    summary: {
      en: "What one has to know to fill in a row: the features, what they usually are, the classes",
      zh: "填写一行所需的信息：特征、其通常取值与类别",
    },
    answer: sampleFormSchema,
  },
  POST: {
    summary: { en: "What the model says of one row", zh: "模型对一行数据的诊断" },
    body: sampleRequestSchema,
    answer: sampleAnswerSchema,
  },
});

/** Asks the model about a row. */
export const handler = define.handlers({
  GET: async (ctx) => {
    const { answers } = ctx.state.services.workbench;
    return Response.json(await answers.form(ctx.params.id ?? "", ctx.req.signal));
  },
  POST: async (ctx) => {
    const { answers } = ctx.state.services.workbench;
    const request = await readJson(ctx.req, sampleRequestSchema);
    return Response.json(await answers.sample(ctx.params.id ?? "", request, ctx.req.signal));
  },
});
