import { readCells } from "@/components/notebook/read_cells.ts";
import Notebook from "@/islands/Notebook.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { language, services: { workbench } } = ctx.state;
    const view = await workbench.notebooks.view(ctx.params.id ?? "");
    const { id, notebook: { title } } = view;
    ctx.state.title = title;
    const isFront = ctx.url.searchParams.has("front");
    return page({ id, title, isFront, cells: readCells(view, workbench.kinds, language) });
  },
});

/** A notebook. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Notebook {...data} language={language} />
));
