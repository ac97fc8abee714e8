import type { JSX } from "preact";
import { catalogueLimits, type FaultEntry } from "@/pipeline/model/fault_catalogue.ts";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { faultsTexts } from "../texts_faults.ts";
import { TextPair } from "./text_pair.tsx";

/** What helps against a fault: short texts, the first to be tried first. */
export function RemediesField(
  { remedies, onChange }: {
    readonly remedies: FaultEntry["remedies"];
    readonly onChange: (remedies: FaultEntry["remedies"]) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <fieldset class="remedies">
      <legend>{faultsTexts.remedies[language]}</legend>
      <ol>
        {remedies.map((remedy, index) => (
          <li key={index}>
            <TextPair
              label={faultsTexts.remedy(index + 1)}
              value={remedy}
              rows={2}
              maxLength={catalogueLimits.remedy}
              onChange={(text) => onChange(remedies.with(index, { ...remedy, ...text }))}
            />
            <button
              type="button"
              class="icon-button"
              aria-label={faultsTexts.removeRemedy(index + 1)[language]}
              title={faultsTexts.removeRemedy(index + 1)[language]}
              onClick={() => onChange(remedies.toSpliced(index, 1))}
            >
              <Icon name="remove" />
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button quiet"
        disabled={remedies.length >= catalogueLimits.remedies}
        onClick={() => onChange([...remedies, { en: "", zh: "" }])}
      >
        <Icon name="add" />
        {faultsTexts.addRemedy[language]}
      </button>
    </fieldset>
  );
}
