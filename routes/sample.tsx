import { sampleTexts } from "@/components/texts_sample.ts";
import Sample from "@/islands/Sample.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { services: { workbench }, language } = ctx.state;
    const { searchParams } = ctx.url;
    const diagnosis = searchParams.get("diagnosis");
    ctx.state.title = sampleTexts.title[language];
    return page({
      models: workbench.models(),
      wanted: {
        model: diagnosis === null
          ? searchParams.get("model")
          : workbench.diagnoses.get(diagnosis).model.id,
        diagnosis,
        row: searchParams.get("row"),
      },
    });
  },
});

/** One row for a model, to be filled in, dragged at and asked about. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Sample {...data} language={language} />
));
