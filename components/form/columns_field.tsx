import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { fieldTexts } from "../texts_fields.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isSameValue, valueWords } from "./value_words.ts";

/** So many columns are listed at once; the search finds the others. */
const listed = 100;

/** Some columns of the table, ticked in a list that can be searched. */
export function ColumnsField(
  { spec, id, value, columns, onChange }: FieldProps<Extract<FieldSpec, { type: "columns" }>>,
): JSX.Element {
  const language = useLanguage();
  const [sought, setSought] = useState("");
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const known = (columns ?? []).filter(({ isFeature }) => spec.of === "any" || isFeature)
    .map(({ name }) => name);
  const names = [...chosen.filter((name) => !known.includes(name)), ...known];
  const found = names.filter((name) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const shown = found.slice(0, listed);
  const take = (ticked: ReadonlySet<string>): void => {
    onChange(names.filter((name) => ticked.has(name)));
  };
  const toggle = (name: string): void => {
    const ticked = new Set(chosen);
    if (!ticked.delete(name)) ticked.add(name);
    take(ticked);
  };
  return (
    <FieldFrame
      spec={spec}
      id={id}
      isGroup
      was={isSameValue(value, spec.default) ? undefined : valueWords(spec, spec.default, language)}
      onReset={() => onChange(undefined)}
      aside={columns && (
        <span class="push faint tiny">
          {fieldTexts.countOfColumns(chosen.length, known.length)[language]}
        </span>
      )}
    >
      {names.length === 0 ? <p class="help">{fieldTexts.columnsUnknown[language]}</p> : (
        <div
          class="picker"
          role="group"
          aria-labelledby={`${id}-label`}
          aria-describedby={describedBy(spec, id, undefined)}
        >
          <div class="search">
            <Icon name="search" />
            <input
              class="input"
              type="search"
              value={sought}
              placeholder={fieldTexts.searchColumns[language]}
              aria-label={fieldTexts.searchColumns[language]}
              onInput={({ currentTarget }) => setSought(currentTarget.value)}
            />
          </div>
          <ul>
            {shown.map((name) => (
              <li key={name}>
                <label class="check">
                  <input
                    type="checkbox"
                    checked={chosen.includes(name)}
                    onChange={() => toggle(name)}
                  />
                  <code title={name}>{name}</code>
                  {columns && !known.includes(name) && (
                    <span class="remark">{fieldTexts.notInTable[language]}</span>
                  )}
                </label>
              </li>
            ))}
            {found.length === 0 && <li class="remark">{fieldTexts.noSuchColumns[language]}</li>}
          </ul>
          <div class="foot">
            <button type="button" onClick={() => take(new Set([...chosen, ...shown]))}>
              {fieldTexts.chooseShown[language]}
            </button>
            <button type="button" onClick={() => take(new Set())}>
              {fieldTexts.chooseNone[language]}
            </button>
            {found.length > shown.length && (
              <span class="push">
                {fieldTexts.moreColumns(found.length - shown.length)[language]}
              </span>
            )}
          </div>
        </div>
      )}
    </FieldFrame>
  );
}
