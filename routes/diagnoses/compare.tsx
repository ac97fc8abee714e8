import { compareTexts } from "@/components/texts_diagnosis_compare.ts";
import CompareDiagnoses from "@/islands/CompareDiagnoses.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { services: { workbench }, language } = ctx.state;
    ctx.state.title = compareTexts.title[language];
    const { searchParams } = ctx.url;
    return page({
      diagnoses: workbench.diagnoses.list().filter(({ state }) => state === "done"),
      a: searchParams.get("a"),
      b: searchParams.get("b"),
    });
  },
});

/** Two diagnoses side by side. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <CompareDiagnoses {...data} language={language} />
));
