import type { JSX } from "preact";
import { useLanguage } from "../language.ts";
import { formTexts } from "../texts_form.ts";
import { type ColumnChoice, describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isSameValue, valueWords } from "./value_words.ts";

/** One column of the table; while its columns are not known, a name to type. */
export function ColumnField(
  { spec, id, value, columns, onChange }: FieldProps<Extract<FieldSpec, { type: "column" }>>,
): JSX.Element {
  const language = useLanguage();
  const name = typeof value === "string" ? value : "";
  const control = { id, value: name, "aria-describedby": describedBy(spec, id, undefined) };
  const take = (chosen: string): void => onChange(chosen === "" ? spec.default : chosen);
  return (
    <FieldFrame
      spec={spec}
      id={id}
      was={isSameValue(value, spec.default) ? undefined : valueWords(spec, spec.default, language)}
      onReset={() => onChange(undefined)}
    >
      {columns === undefined
        ? (
          <input
            {...control}
            class="input"
            autocomplete="off"
            placeholder={spec.isNullable ? formTexts.noColumn[language] : ""}
            onInput={({ currentTarget }) => take(currentTarget.value)}
          />
        )
        : (
          <select
            {...control}
            class="select"
            onChange={({ currentTarget }) => take(currentTarget.value)}
          >
            {(spec.isNullable || name === "") && (
              <option value="">{spec.isNullable ? formTexts.noColumn[language] : ""}</option>
            )}
            {namesOf(columns, spec.of, name).map((each) => (
              <option key={each} value={each}>{each}</option>
            ))}
          </select>
        )}
    </FieldFrame>
  );
}

function namesOf(
  columns: readonly ColumnChoice[],
  of: "feature" | "any",
  chosen: string,
): string[] {
  const names = columns.filter(({ isFeature }) => of === "any" || isFeature)
    .map(({ name }) => name);
  return chosen === "" || names.includes(chosen) ? names : [...names, chosen];
}
