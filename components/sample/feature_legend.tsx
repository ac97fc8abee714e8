import type { JSX } from "preact";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { rowAnswerTexts } from "../texts_row_answer.ts";
import { sampleTexts } from "../texts_sample.ts";
import type { ClassMarks } from "./class_marks.ts";

/** The heads of the columns, and what the marks along the sliders mean. */
export function FeatureLegend({ marks }: { readonly marks: ClassMarks }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  return (
    <div class="sample-legend" aria-hidden="true">
      <span class="wide-only">{sampleTexts.kpis[language]}</span>
      <span class="wide-only right">{sampleTexts.value[language]}</span>
      <span class="legend" title={rowAnswerTexts.rangesHelp[language]}>
        {[marks.upper, marks.lower].map((mark) =>
          mark && (
            <span key={mark.fault}>
              <svg class={mark.colour} viewBox="0 0 8 8">
                <rect width={8} height={8} />
              </svg>
              {cutName(nameFault(mark.fault).name, 24)}
            </span>
          )
        )}
        <span>
          <svg class="value-ink" viewBox="0 0 8 8">
            <rect x={3} width={2} height={8} />
          </svg>
          {sampleTexts.legendStart[language]}
        </span>
      </span>
      <span class="wide-only">{sampleTexts.missing[language]}</span>
    </div>
  );
}
