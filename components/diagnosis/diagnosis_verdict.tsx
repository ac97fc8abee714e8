import type { JSX } from "preact";
import type { DiagnosisAnswer } from "@/web/diagnosis_schema.ts";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { diagnosisTexts } from "../texts_diagnosis.ts";
import { diagnosisPageTexts } from "../texts_diagnosis_page.ts";
import { areMostUnknown, verdictWords } from "./verdict_words.ts";

/** Fewer rows than these may all be of one fault that is unknown. */
const fewRows = 50;

/** The sentence a diagnosis opens with, and what else is to be known at once. */
export function DiagnosisVerdict({ diagnosis }: { diagnosis: DiagnosisAnswer }): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const { unread, withWarnings } = diagnosis;
  const { incidents, rows } = verdictWords(diagnosis, nameFault, language);
  return (
    <div class="verdict">
      <p class="say">{incidents ?? rows}</p>
      {incidents !== null && <p class="why">{rows}</p>}
      {diagnosis.rows >= fewRows && areMostUnknown(diagnosis) && (
        <p class="why">{diagnosisPageTexts.otherSystem[language]}</p>
      )}
      {withWarnings > 0 && (
        <p class="why">
          {diagnosisTexts.warned(withWarnings, countWords(withWarnings))[language]}
        </p>
      )}
      {unread > 0 && (
        <p class="why">{diagnosisTexts.unread(unread, countWords(unread))[language]}</p>
      )}
    </div>
  );
}
