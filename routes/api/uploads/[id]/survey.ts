import { define } from "@/web/define.ts";
import { importSettingsSchema, type SurveyLine } from "@/web/import_schema.ts";
import { jsonLines, jsonLinesMedia } from "@/web/json_lines.ts";
import { problemOf } from "@/web/problem_response.ts";
import { readJson } from "@/web/request_body.ts";

/** Settings name columns, of which there may be thousands with long names. */
export const config = { maxBody: 32 * 2 ** 20 };

export const api = define.api({
  POST: {
    summary: {
      en:
        "Reads the whole of an upload in a certain way: lines of JSON, how far it is and what came of it",
      zh: "按指定方式读取整个上传文件：逐行返回 JSON，先为进度，最后为结果",
    },
    body: importSettingsSchema,
    answer: { media: [jsonLinesMedia] },
  },
});

/** Reads the whole of an upload in a certain way and tells how far it is, until it is done or nobody listens. */
export const handler = define.handlers({
  POST: async (ctx) => {
    const settings = await readJson(ctx.req, importSettingsSchema);
    const { closing, workbench: { imports, uploads } } = ctx.state.services;
    const { id } = uploads.get(ctx.params.id ?? "");
    return jsonLines<SurveyLine>(closing, async (tell, signal) => {
      try {
        const onProgress = (progress: number): void => tell({ progress });
        tell({ report: await imports.survey(id, settings, signal, onProgress) });
      } catch (error) {
        if (signal.aborted) return;
        tell({ error: problemOf(error) });
      }
    });
  },
});
