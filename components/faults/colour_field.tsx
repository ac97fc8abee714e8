import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { faultsTexts } from "../texts_faults.ts";

const categories = [1, 2, 3, 4, 5, 6, 7, 8];

/** One of the eight categories, or none: then the colour comes by itself. */
export function ColourField(
  { value, onChange }: {
    readonly value: number | null;
    readonly onChange: (value: number | null) => void;
  },
): JSX.Element {
  const language = useLanguage();
  return (
    <fieldset class="field">
      <legend class="label">{faultsTexts.colour[language]}</legend>
      <div class="choices colours">
        <label>
          <input
            type="radio"
            name="fault-colour"
            checked={value === null}
            onChange={() => onChange(null)}
          />
          <span>{faultsTexts.byItself[language]}</span>
        </label>
        {categories.map((number) => (
          <label key={number} title={faultsTexts.colourNumber(number)[language]}>
            <input
              type="radio"
              name="fault-colour"
              aria-label={faultsTexts.colourNumber(number)[language]}
              checked={value === number}
              onChange={() =>
                onChange(number)}
            />
            <span>
              <svg viewBox="0 0 8 8" aria-hidden="true">
                <rect class={`c${number}`} width={8} height={8} />
              </svg>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
