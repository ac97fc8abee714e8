import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: { en: "This description, as OpenAPI 3.1", zh: "本 API 的 OpenAPI 3.1 描述" },
    answer: { media: ["application/json"] },
  },
});

/** The description of the API as OpenAPI 3.1, in the language of the browser. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.openApi(ctx.state.language)),
});
