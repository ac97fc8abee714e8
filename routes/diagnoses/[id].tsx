import { diagnosisTexts } from "@/components/texts_diagnosis.ts";
import Diagnosis from "@/islands/Diagnosis.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { services: { workbench }, language } = ctx.state;
    const diagnosis = workbench.diagnoses.get(ctx.params.id ?? "");
    ctx.state.title = diagnosisTexts.diagnosisOf(diagnosis.name)[language];
    return page({
      diagnosis,
      models: workbench.models(),
      catalogue: workbench.catalogues.of(diagnosis.model.id),
      query: ctx.url.search,
    });
  },
});

/** A diagnosis. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Diagnosis {...data} language={language} />
));
