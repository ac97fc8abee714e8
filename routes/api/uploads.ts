import { define } from "@/web/define.ts";
import { readJson } from "@/web/request_body.ts";
import { newUploadSchema, uploadSchema, uploadsSchema } from "@/web/upload_schema.ts";

export const api = define.api({
  GET: {
    summary: {
      en: "The files that are on their way or wait to be imported",
      zh: "正在上传或等待导入的文件",
    },
    answer: uploadsSchema,
  },
  POST: {
    summary: {
      en: "Begins to bring a file in, or goes on where it stopped",
      zh: "开始上传文件，或从中断处继续",
    },
    body: newUploadSchema,
    answer: uploadSchema,
    status: 201,
  },
});

/** The files that are on their way or wait to be imported; POST begins another one, or goes on with it. */
export const handler = define.handlers({
  GET: (ctx) => Response.json({ uploads: ctx.state.services.workbench.uploads.list() }),
  POST: async (ctx) => {
    const file = await readJson(ctx.req, newUploadSchema);
    const { isNew, upload } = await ctx.state.services.workbench.uploads.start(file);
    return Response.json(upload, { status: isNew ? 201 : 200 });
  },
});
