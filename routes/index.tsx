import { homeTexts } from "@/components/texts_home.ts";
import Home from "@/islands/Home.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: async (ctx) => {
    const { workbench } = ctx.state.services;
    return page({
      notebooks: await workbench.notebooks.overviews(),
      datasets: workbench.datasets.list(),
      pipelines: workbench.pipelines.list(),
      models: workbench.models(),
      diagnoses: workbench.diagnoses.list(),
      uploads: workbench.uploads.list(),
      all: ctx.url.searchParams.get("all"),
    });
  },
});

/** The first page: what there is in the workspace, and the ways to begin. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <>
    <noscript>
      <p class="note needs-note">{homeTexts.needsScript[language]}</p>
    </noscript>
    <Home {...data} language={language} />
  </>
));
