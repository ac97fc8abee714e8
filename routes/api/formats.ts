import { define } from "@/web/define.ts";
import { exportFormats } from "@/web/export/formats.ts";
import { formatsSchema } from "@/web/export_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The formats in which a notebook can be exported",
      zh: "笔记本的导出格式",
    },
    answer: formatsSchema,
  },
});

/** The formats in which a notebook can be exported. */
export const handler = define.handlers({
  GET: () =>
    Response.json({
      formats: exportFormats.map(({ name, title, ending, media }) => ({
        name,
        title,
        ending,
        media,
      })),
    }),
});
