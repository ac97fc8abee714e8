import type { JSX } from "preact";
import {
  catalogueLimits,
  type FaultEntry,
  type Severity,
  severitySchema,
} from "@/pipeline/model/fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { MarkdownText } from "../markdown_text.tsx";
import { countWords } from "../number_words.ts";
import { faultsTexts, severityTexts } from "../texts_faults.ts";
import { ColourField } from "./colour_field.tsx";
import { RemediesField } from "./remedies_field.tsx";
import { TextPair } from "./text_pair.tsx";

/** What people say of one class. */
export function FaultForm(
  { entry, rows, onChange }: {
    readonly entry: FaultEntry;
    /** In training; null where the model does not know the class. */
    readonly rows: number | null;
    readonly onChange: (entry: FaultEntry) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { fault, name, description, severity, colour, remedies } = entry;
  return (
    <section class="fault-form" aria-labelledby="fault-class">
      <header>
        <p class="dim small">{faultsTexts.classInData[language]}</p>
        <h2 id="fault-class">
          <bdi>{fault === "" ? "–" : fault}</bdi>
        </h2>
        <p class="dim small">
          {rows === null
            ? faultsTexts.notOfModel[language]
            : faultsTexts.trainedOn(countWords(rows))[language]}
        </p>
      </header>
      <fieldset>
        <legend>{faultsTexts.name[language]}</legend>
        <TextPair
          label={faultsTexts.name}
          value={name}
          maxLength={catalogueLimits.name}
          onChange={(name) => onChange({ ...entry, name: { ...name } })}
        />
      </fieldset>
      <div class="row wrap looks">
        <label class="field">
          <span class="label">{faultsTexts.severity[language]}</span>
          <select
            class="select"
            value={severity}
            onChange={({ currentTarget }) => {
              const chosen = severitySchema.safeParse(currentTarget.value).data;
              if (chosen !== undefined) onChange({ ...entry, severity: chosen });
            }}
          >
            {severitySchema.options.map((option: Severity) => (
              <option key={option} value={option} selected={option === severity}>
                {severityTexts[option][language]}
              </option>
            ))}
          </select>
        </label>
        <ColourField value={colour} onChange={(colour) => onChange({ ...entry, colour })} />
      </div>
      <fieldset>
        <legend>
          {faultsTexts.description[language]}{" "}
          <span class="faint">{faultsTexts.markdown[language]}</span>
        </legend>
        <TextPair
          label={faultsTexts.description}
          value={description}
          rows={4}
          maxLength={catalogueLimits.description}
          onChange={(description) => onChange({ ...entry, description: { ...description } })}
        />
        {/[*_`#\[\]|>]|^\s*(-|\d+\.)\s/m.test(description[language]) && (
          <details open>
            <summary>{faultsTexts.preview[language]}</summary>
            <MarkdownText text={description} />
          </details>
        )}
      </fieldset>
      <RemediesField
        remedies={remedies}
        onChange={(remedies) => onChange({ ...entry, remedies })}
      />
    </section>
  );
}
