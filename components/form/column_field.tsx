import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useLanguage } from "../language.ts";
import { fieldTexts } from "../texts_fields.ts";
import { type ColumnChoice, describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isSameValue, valueWords } from "./value_words.ts";

/** More columns than this are searched by typing, not looked for in a list. */
const listed = 30;

/** One column of the table, from a list or, of many, by typing; before its columns are known, a name to type. */
export function ColumnField(
  { spec, id, value, columns, onChange }: FieldProps<Extract<FieldSpec, { type: "column" }>>,
): JSX.Element {
  const language = useLanguage();
  const [isFocused, setFocused] = useState(false);
  const name = typeof value === "string" ? value : "";
  const names = columns && namesOf(columns, spec.of);
  const wrong = name === "" || columns === undefined || columns.some((each) => each.name === name)
    ? undefined
    : fieldTexts.noSuchColumn(name)[language];
  const control = {
    id,
    value: name,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": describedBy(spec, id, wrong),
  };
  const take = (chosen: string): void => onChange(chosen === "" ? spec.default : chosen);
  return (
    <FieldFrame
      spec={spec}
      id={id}
      wrong={wrong}
      was={isSameValue(value, spec.default) ? undefined : valueWords(spec, spec.default, language)}
      onReset={() => onChange(undefined)}
    >
      {names === undefined || names.length > listed
        ? (
          <>
            <input
              {...control}
              class="input"
              autocomplete="off"
              list={`${id}-names`}
              placeholder={names === undefined
                ? spec.isNullable ? fieldTexts.noColumn[language] : ""
                : fieldTexts.searchColumns[language]}
              onFocus={() => setFocused(true)}
              onChange={({ currentTarget }) => take(currentTarget.value)}
            />
            {/* Only where it is used: hundreds of names in each of many cells are a burden. */}
            {isFocused && (
              <datalist id={`${id}-names`}>
                {names?.map((each) => <option key={each} value={each} />)}
              </datalist>
            )}
          </>
        )
        : (
          <select
            {...control}
            class="select"
            onChange={({ currentTarget }) => take(currentTarget.value)}
          >
            {(spec.isNullable || name === "") && (
              <option value="">{spec.isNullable ? fieldTexts.noColumn[language] : ""}</option>
            )}
            {(name === "" || names.includes(name) ? names : [...names, name]).map((each) => (
              <option key={each} value={each}>{each}</option>
            ))}
          </select>
        )}
    </FieldFrame>
  );
}

function namesOf(columns: readonly ColumnChoice[], of: "feature" | "any"): string[] {
  return columns.filter(({ isFeature }) => of === "any" || isFeature).map(({ name }) => name);
}
