import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { formTexts } from "../texts_form.ts";
import { textWidth } from "../text_width.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec, Option } from "./field_spec.ts";
import { isSameValue, valueWords } from "./value_words.ts";

type ChoiceSpec = Extract<FieldSpec, { type: "choice" }>;

/** So many letters of labels fit side by side. */
const widthOfForm = 24;

/** One of few: side by side where they fit, else as a list that opens. */
export function ChoiceField(props: FieldProps<ChoiceSpec>): JSX.Element {
  const { spec, id, value, onChange } = props;
  const language = useLanguage();
  const isInSight = !spec.isNullable && spec.options.length <= 4 &&
    widthOf(spec.options.map(({ label }) => label[language])) <= widthOfForm;
  return (
    <FieldFrame
      spec={spec}
      id={id}
      isGroup={isInSight}
      was={isSameValue(value, spec.default) ? undefined : valueWords(spec, spec.default, language)}
      onReset={() => onChange(undefined)}
    >
      {isInSight ? <Choices {...props} /> : (
        <select
          id={id}
          class="select"
          value={value === null ? "" : String(value)}
          aria-describedby={describedBy(spec, id, undefined)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? null : currentTarget.value)}
        >
          {spec.isNullable && <option value="">{formTexts.none[language]}</option>}
          {withCurrent(spec.options, value).map((option) => (
            <option key={option.value} value={option.value}>{option.label[language]}</option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

function Choices({ spec, id, value, onChange }: FieldProps<ChoiceSpec>): JSX.Element {
  const language = useLanguage();
  return (
    <div
      class="choices"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={describedBy(spec, id, undefined)}
    >
      {spec.options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={id}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label[language]}</span>
        </label>
      ))}
    </div>
  );
}

/** The options, and a value that is none of them, so that it is seen. */
function withCurrent(options: readonly Option[], value: unknown): readonly Option[] {
  if (typeof value !== "string" || options.some((option) => option.value === value)) return options;
  return [...options, { value, label: { en: value, zh: value } }];
}

function widthOf(labels: readonly string[]): number {
  return labels.reduce((sum, label) => sum + 2 + textWidth(label), 0);
}
