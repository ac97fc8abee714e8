import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { FieldFrame, type FieldProps } from "./field_frame.tsx";
import { FieldList } from "./field_list.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { valueWords, variantName } from "./value_words.ts";

const inSight = 3;

/** One of several sets of params: a list to choose from, and below it the fields of the one chosen. */
export function VariantField(
  { spec, id, value, columns, onChange }: FieldProps<Extract<FieldSpec, { type: "variant" }>>,
): JSX.Element {
  const language = useLanguage();
  const name = variantName(value);
  const variant = spec.variants.find((each) => each.value === name);
  const help = variant?.help ?? spec.help;
  const written = typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
  return (
    <>
      <FieldFrame
        spec={{ ...spec, help }}
        id={id}
        was={name === variantName(spec.default)
          ? undefined
          : valueWords(spec, spec.default, language)}
        onReset={() => onChange(undefined)}
      >
        <select
          id={id}
          class="select"
          value={name}
          aria-describedby={help && `${id}-help`}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        >
          {spec.variants.map((each) => (
            <option key={each.value} value={each.value}>{each.label[language]}</option>
          ))}
        </select>
      </FieldFrame>
      <FieldList
        key={name}
        id={id}
        fields={variant?.fields ?? []}
        written={written}
        inSight={inSight}
        columns={columns}
        onChange={(field, next) => {
          const { [field]: _, ...others } = written;
          onChange({ ...others, name, ...(next === undefined ? {} : { [field]: next }) });
        }}
      />
    </>
  );
}
