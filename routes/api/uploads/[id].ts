import { HealerError } from "@/pipeline/problem.ts";
import { define } from "@/web/define.ts";
import { problemResponse } from "@/web/problem_response.ts";
import { readQuery } from "@/web/request_body.ts";
import { pieceQuerySchema, uploadSchema } from "@/web/upload_schema.ts";

/** The workbench itself limits what comes in, piece by piece. */
export const config = { maxBody: Infinity };

export const api = define.api({
  GET: {
    summary: { en: "How far a file has come", zh: "文件上传进度" },
    answer: uploadSchema,
  },
  PATCH: {
    summary: {
      en: "Takes the next piece of a file, which is the body",
      zh: "接收文件的下一段（请求体）",
    },
    query: pieceQuerySchema,
    body: { media: ["application/octet-stream"] },
    answer: uploadSchema,
  },
  DELETE: {
    summary: { en: "Gives a file up", zh: "放弃上传的文件" },
  },
});

/** A file on its way: how far it is, its next piece, and its end. */
export const handler = define.handlers({
  GET: (ctx) => Response.json(ctx.state.services.workbench.uploads.get(ctx.params.id ?? "")),
  PATCH: async (ctx) => {
    const { uploads } = ctx.state.services.workbench;
    const id = ctx.params.id ?? "";
    const { offset } = readQuery(ctx.url, pieceQuerySchema);
    try {
      return Response.json(await uploads.append(id, offset, ctx.req.body));
    } catch (error) {
      if (!(error instanceof HealerError) || error.problem.code !== "upload/offset-conflict") {
        throw error;
      }
      return problemResponse(error.problem, { "upload-offset": String(uploads.get(id).offset) });
    }
  },
  DELETE: async (ctx) => {
    await ctx.state.services.workbench.uploads.remove(ctx.params.id ?? "");
    return new Response(null, { status: 204 });
  },
});
