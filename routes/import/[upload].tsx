import Import from "@/islands/Import.tsx";
import { HealerError } from "@/pipeline/problem.ts";
import { storeProblem } from "@/store/problems.ts";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const upload = ctx.state.services.workbench.uploads.get(ctx.params.upload ?? "");
    const { id, name, bytes, file } = upload;
    if (file === null) throw new HealerError(storeProblem.notFound("upload", id));
    ctx.state.title = name;
    return page({ upload: { id, name, bytes }, isForTraining: ctx.url.searchParams.has("then") });
  },
});

/** A table that has come in, before it becomes a dataset. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Import {...data} language={language} />
));
