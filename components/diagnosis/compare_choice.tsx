import type { JSX } from "preact";
import type { DiagnosisOverview } from "@/web/diagnosis_schema.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { rateWords } from "./rate_words.ts";
import { compareTexts } from "../texts_diagnosis_compare.ts";
import { homeTexts } from "../texts_home.ts";

/** Choose the two diagnoses that are compared. */
export function CompareChoice(
  { diagnoses, a, b, isDisabled, onA, onB }: {
    readonly diagnoses: readonly DiagnosisOverview[];
    readonly a: string | undefined;
    readonly b: string | undefined;
    readonly isDisabled: boolean;
    readonly onA: (id: string) => void;
    readonly onB: (id: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const field = (
    label: string,
    chosen: string | undefined,
    onChange: (id: string) => void,
  ): JSX.Element => (
    <label class="field">
      <span class="label">{label}</span>
      <select
        class="select"
        value={chosen}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {diagnoses.map(({ id, name, model, errorRate }) => (
          <option key={id} value={id} selected={id === chosen}>
            {compareTexts.option(
              cutName(name, 60),
              homeTexts.versionOf(cutName(model.name, 60), model.version)[language],
              rateWords(errorRate, language),
            )[language]}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="compare-choice">
      {field(compareTexts.first[language], a, onA)}
      {field(compareTexts.second[language], b, onB)}
    </div>
  );
}
