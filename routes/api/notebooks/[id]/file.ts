import { download } from "@/web/attachment.ts";
import { define } from "@/web/define.ts";

/** The notebook as a file of its own. */
export const handler = define.handlers({
  GET: (ctx) => {
    const { name, content } = ctx.state.services.workbench.notebooks.file(ctx.params.id ?? "");
    return download(content, { name, media: "application/json" });
  },
});
