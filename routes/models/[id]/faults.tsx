import { faultsTexts } from "@/components/texts_faults.ts";
import { homeTexts } from "@/components/texts_home.ts";
import Faults from "@/islands/Faults.tsx";
import { define, page } from "@/web/define.ts";

export const handler = define.handlers({
  GET: (ctx) => {
    const { services: { workbench }, language } = ctx.state;
    const faults = workbench.catalogues.get(ctx.params.id ?? "");
    const { id, name, version } = faults.model;
    ctx.state.title = faultsTexts.title(homeTexts.versionOf(name, version)[language])[language];
    const models = workbench.models().filter((model) => model.id !== id)
      .map(({ id, name, version }) => ({ id, name, version }));
    return page({ faults, models });
  },
});

/** The page where the faults of a model are named. */
export default define.page<typeof handler>(({ data, state: { language } }) => (
  <Faults {...data} language={language} />
));
