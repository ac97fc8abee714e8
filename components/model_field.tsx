import type { JSX } from "preact";
import type { ModelAnswer } from "@/web/api_schema.ts";
import { useLanguage } from "./language.ts";
import { scoreWords } from "./number_words.ts";
import { fileTexts } from "./texts_files.ts";

/** The model that shall diagnose; says so where there is none. */
export function ModelField(
  { models, chosen, isDisabled, onChange }: {
    /** Newest first. */
    readonly models: readonly ModelAnswer[];
    readonly chosen: string | undefined;
    readonly isDisabled: boolean;
    readonly onChange: (model: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  if (models.length === 0) return <p class="note">{fileTexts.noModels[language]}</p>;
  return (
    <label class="field">
      <span class="label">{fileTexts.model[language]}</span>
      <select
        class="select"
        value={chosen}
        disabled={isDisabled}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {models.map(({ id, name, version, macroF1 }) => (
          <option key={id} value={id} selected={id === chosen}>
            {fileTexts.modelOption(name, version, macroF1 === null ? "–" : scoreWords(macroF1))[
              language
            ]}
          </option>
        ))}
      </select>
    </label>
  );
}
