import type { JSX } from "preact";
import type { Text } from "@/pipeline/problem.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { sampleTexts } from "../texts_sample.ts";
import { changedFeatures, type Sample } from "./sample_state.ts";

/** Where the values come from, how many were changed, and the way back. */
export function OriginLine(
  { sample, onBack }: { readonly sample: Sample; readonly onBack: () => void },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { origin } = sample;
  const count = changedFeatures(sample).length;
  const words = originWords(origin, (fault) => cutName(nameFault(fault).name, 60))[language];
  return (
    <p class="small dim sample-origin">
      {words} {origin.kind === "row" && (
        <>
          <a href={`/diagnoses/${origin.diagnosis}`}>{sampleTexts.theDiagnosis[language]}</a>
          {{ en: ". ", zh: "。" }[language]}
        </>
      )}
      {sampleTexts.changedKpis(count, countWords(count))[language]}{" "}
      {count > 0 && (
        <button type="button" class="link-button" onClick={onBack}>
          {sampleTexts.backToStart[language]}
        </button>
      )}
    </p>
  );
}

function originWords(origin: Sample["origin"], nameOf: (fault: string) => string): Text {
  switch (origin.kind) {
    case "medians":
      return sampleTexts.fromMedians;
    case "holes":
      return sampleTexts.fromHoles;
    case "fault":
      return sampleTexts.fromFault(nameOf(origin.fault));
    case "pasted":
      return sampleTexts.fromPaste;
    case "row":
      return sampleTexts.fromRow(cutName(origin.id, 40));
  }
}
