import { define } from "@/web/define.ts";
import { importSettingsSchema, previewSchema } from "@/web/import_schema.ts";
import { readJson } from "@/web/request_body.ts";

/** Settings name columns, of which there may be thousands with long names. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  POST: {
    summary: {
      en: "What the first rows of an upload are like, read in a certain way",
      zh: "按指定方式读取时上传文件的前若干行",
    },
    body: importSettingsSchema,
    answer: previewSchema,
  },
});

/** What the first rows of an upload are like, read in a certain way. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const settings = await readJson(ctx.req, importSettingsSchema);
    const { closing, workbench: { imports } } = ctx.state.services;
    return Response.json(await imports.preview(ctx.params.id ?? "", settings, closing));
  },
});
