import type { JSX } from "preact";
import { useContext } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { AsideContext } from "./drafts.ts";
import { describedBy, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { ResetButton } from "./reset_button.tsx";
import { valueWords } from "./value_words.ts";

/** On or off. */
export function SwitchField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "switch" }>>,
): JSX.Element {
  const language = useLanguage();
  const label = spec.label[language];
  const was = value === spec.default ? undefined : valueWords(spec, spec.default, language);
  return (
    <div class={was === undefined ? "field" : "field changed"}>
      <div class="label">
        <label class="check">
          <input
            id={id}
            type="checkbox"
            checked={value === true}
            aria-describedby={describedBy(spec, id, undefined)}
            onChange={({ currentTarget }) => onChange(currentTarget.checked)}
          />
          {label}
        </label>
        {was !== undefined && (
          <ResetButton
            label={label}
            was={was}
            onReset={() => onChange(undefined)}
          />
        )}
        {useContext(AsideContext)?.(id, label)}
      </div>
      {spec.help && <p class="help" id={`${id}-help`}>{spec.help[language]}</p>}
    </div>
  );
}
