import Home from "@/islands/Home.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { workbench } = ctx.state.services;
    return page({
      notebooks: await workbench.notebooks.overviews(),
      datasets: workbench.datasets.list(),
      models: workbench.models(),
      diagnoses: workbench.diagnoses.list(),
    });
  },
});

/** The first page: what there is in the workspace, and the ways to begin. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Home {...data} language={language} />
));
