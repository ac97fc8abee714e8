import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { formTexts } from "../texts_form.ts";
import { Field } from "./field.tsx";
import type { ColumnChoice } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isShown, shownValues } from "./shown_values.ts";
import { isSameValue } from "./value_words.ts";

/** Fields one below the other; of many, the first and what was changed, and the others when asked. */
export function FieldList(
  { id, fields, only, written, inSight, columns, onChange }: {
    /** The ids of the controls begin with it. */
    readonly id: string;
    readonly fields: readonly FieldSpec[];
    /** The names of those that are shown, all of them by default. */
    readonly only?: ReadonlySet<string> | undefined;
    /** The values the user wrote; the others have their defaults. */
    readonly written: Readonly<Record<string, unknown>>;
    /** So many fields are always shown. */
    readonly inSight: number;
    readonly columns: readonly ColumnChoice[] | undefined;
    /** Takes a new value; `undefined` goes back to the default. */
    readonly onChange: (name: string, value: unknown) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const values = shownValues(fields, written);
  const shown = fields.filter((field) => isShown(field, values) && only?.has(field.name) !== false);
  const first = shown.filter(({ name }, index) =>
    index < inSight || only || Object.hasOwn(written, name)
  );
  // To hide a single field would only put a button in its place.
  const isLong = shown.length > first.length + 1;
  return (
    <>
      {(isLong && !isWhole ? first : shown).map((field) => (
        <Field
          key={field.name}
          spec={field}
          id={`${id}-${field.name}`}
          value={values[field.name]}
          columns={columns}
          onChange={(value) =>
            onChange(field.name, isSameValue(value, field.default) ? undefined : value)}
        />
      ))}
      {isLong && (
        <button
          type="button"
          class="button quiet more-fields"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          <Icon name={isWhole ? "collapse" : "expand"} />
          {(isWhole ? formTexts.fewerFields : formTexts.moreFields(shown.length - first.length))[
            language
          ]}
        </button>
      )}
    </>
  );
}
