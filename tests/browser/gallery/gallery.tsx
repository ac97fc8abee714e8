import { render } from "preact";
import { FigureView } from "@/components/figures/figure_view.tsx";
import { LanguageContext } from "@/components/language.ts";
import { sampleFigures } from "../../components/figures/sample_figures.ts";

// A page with a figure of every type; what is pressed in the confusion matrix stands in its title.
const language = new URLSearchParams(location.search).get("language") === "zh" ? "zh" : "en";
document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
const room = document.querySelector("main > div");
if (room) {
  render(
    <LanguageContext.Provider value={language}>
      <div class="figures">
        {sampleFigures.map((figure, index) => (
          <FigureView
            key={index}
            figure={figure}
            onCell={({ truth, diagnosed }) => document.title = `${truth} as ${diagnosed}`}
          />
        ))}
      </div>
    </LanguageContext.Provider>,
    room,
  );
}
