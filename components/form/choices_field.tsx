import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { fieldTexts } from "../texts_fields.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isSameValue, memberWords, valueWords } from "./value_words.ts";

/** Several of few, ticked in a list; those ticked keep the order in which they were chosen. */
export function ChoicesField(
  { spec, id, value, onChange }: FieldProps<Extract<FieldSpec, { type: "choices" }>>,
): JSX.Element {
  const language = useLanguage();
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const ownSettings = chosen.filter((member) => typeof member !== "string");
  const without = (member: unknown): void => onChange(chosen.filter((each) => each !== member));
  return (
    <FieldFrame
      spec={spec}
      id={id}
      isGroup
      wrong={chosen.length < spec.fewest
        ? fieldTexts.fewestChoices(spec.fewest)[language]
        : undefined}
      was={isSameValue(value, spec.default) ? undefined : valueWords(spec, spec.default, language)}
      onReset={() => onChange(undefined)}
    >
      <div
        class="picker"
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(spec, id, undefined)}
      >
        <ul>
          {spec.options.map((option) => {
            const isChosen = chosen.includes(option.value);
            return (
              <li key={option.value}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={isChosen}
                    onChange={() =>
                      isChosen ? without(option.value) : onChange([...chosen, option.value])}
                  />
                  {option.label[language]}
                </label>
              </li>
            );
          })}
          {ownSettings.map((member) => (
            <li key={JSON.stringify(member)}>
              <label class="check" title={JSON.stringify(member)}>
                <input type="checkbox" checked onChange={() => without(member)} />
                {memberWords(spec.options, member, language)}
                <span class="remark">{fieldTexts.ownSettings[language]}</span>
              </label>
            </li>
          ))}
        </ul>
      </div>
    </FieldFrame>
  );
}
