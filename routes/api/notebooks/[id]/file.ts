import { download } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";

export const api = define.api({
  GET: {
    summary: { en: "The notebook as a file", zh: "笔记本文件" },
    answer: { media: ["application/json"] },
  },
});

/** The notebook as a file of its own. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { name, content } = ctx.state.services.workbench.notebooks.file(ctx.params.id ?? "");
    return download(content, { name, media: "application/json" });
  },
});
