import { compareTexts } from "@/components/texts_diagnosis_compare.ts";
import CompareDiagnoses from "@/islands/CompareDiagnoses.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { services: { workbench }, language } = ctx.state;
    ctx.state.title = compareTexts.title[language];
    const { searchParams } = ctx.url;
    const diagnoses = workbench.diagnoses.list().filter(({ state }) => state === "done");
    const models = new Set(diagnoses.map(({ model }) => model.id));
    return page({
      diagnoses,
      catalogues: [...models].map((id) => ({ model: id, catalogue: workbench.catalogues.of(id) })),
      a: searchParams.get("a"),
      b: searchParams.get("b"),
    });
  },
});

/** Two diagnoses side by side. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <CompareDiagnoses {...data} language={language} />
));
