import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import Diagnose from "@/islands/Diagnose.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { services: { workbench }, language } = ctx.state;
    ctx.state.title = diagnosisTexts.diagnose[language];
    return page({
      models: workbench.models(),
      pipelines: workbench.pipelines.withModels(),
      datasets: workbench.datasets.list(),
      diagnoses: workbench.diagnoses.list(),
      all: ctx.url.searchParams.get("all"),
      wanted: ctx.url.searchParams.get("model"),
    });
  },
});

/** All diagnoses, and the way to another one. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Diagnose {...data} language={language} />
));
