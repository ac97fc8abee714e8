import Notebook from "@/islands/Notebook.tsx";
import { notebookIdSchema } from "@/store/ids.ts";
import { define, page } from "@/web/define.ts";
import { parseId } from "@/web/workbench/parse_id.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const known = parseId(notebookIdSchema, "notebook", ctx.params.id ?? "");
    const { id, title } = ctx.state.services.workspace.notebooks.get(known);
    ctx.state.title = title;
    return page({ id, title });
  },
});

/** A notebook. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Notebook {...data} language={language} />
));
