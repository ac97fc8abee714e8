import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { namedUnknownSchema, nameUnknownSchema } from "@/web/unknown_schema.ts";

export const api = define.api({
  POST: {
    summary: {
      en: "Names a group of rows that fit nothing known, and trains a model that knows them",
      zh: "为一组未知行命名，并训练能识别它们的模型",
    },
    body: nameUnknownSchema,
    answer: namedUnknownSchema,
    status: 201,
  },
});

/** Makes unknown rows of a diagnosis a class, and begins to train a model that knows it. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const request = await readJson(ctx.req, nameUnknownSchema);
    const named = await workbench.nameUnknown(ctx.params.id ?? "", request, language);
    return Response.json(named, { status: 201 });
  },
});
