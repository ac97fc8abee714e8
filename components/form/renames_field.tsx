import type { JSX } from "preact";
import * as z from "zod/mini";
import { Icon } from "../icon.tsx";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { formTexts } from "../texts_form.ts";
import { fieldTexts } from "../texts_fields.ts";
import { renameTexts as texts } from "../texts_renames.ts";
import { describedBy, FieldFrame, type FieldProps } from "./field_frame.tsx";
import type { FieldSpec } from "./field_spec.ts";
import { isSameValue } from "./value_words.ts";

const renamesSchema = z.array(z.object({ from: z.string(), to: z.string() }));

type Rename = z.infer<typeof renamesSchema>[number];

/** So many pairs can be edited one by one. */
const most = 100;

/** Columns of the table and the names that they get. */
export function RenamesField(
  { spec, id, value, columns, onChange }: FieldProps<Extract<FieldSpec, { type: "renames" }>>,
): JSX.Element {
  const language = useLanguage();
  const renames = z.safeParse(renamesSchema, value).data ?? [];
  const known = columns?.map(({ name }) => name) ?? [];
  const left = known.find((name) => renames.every(({ from }) => from !== name));
  const put = (next: readonly Rename[]): void => onChange(next.length === 0 ? undefined : next);
  const change = (index: number, changed: Rename): void =>
    put(renames.map((each, place) => place === index ? changed : each));
  return (
    <FieldFrame
      spec={spec}
      id={id}
      isGroup
      was={isSameValue(value, spec.default) ? undefined : formTexts.none[language]}
      onReset={() => onChange(undefined)}
    >
      <div
        id={id}
        class="conditions"
        role="group"
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy(spec, id, undefined)}
      >
        {renames.slice(0, most).map((rename, index) => {
          const { from, to } = rename;
          return (
            <div key={index} class="condition rename">
              <select
                class="select"
                aria-label={texts.column(index + 1)[language]}
                value={from}
                onChange={({ currentTarget }) =>
                  change(index, { ...rename, from: currentTarget.value })}
              >
                {!known.includes(from) && <option value={from}>{from}</option>}
                {known.map((name) => <option key={name} value={name}>{name}</option>)}
              </select>
              <input
                class="input"
                aria-label={texts.name(index + 1)[language]}
                placeholder={texts.newName[language]}
                value={to}
                onInput={({ currentTarget }) =>
                  change(index, { ...rename, to: currentTarget.value })}
              />
              <button
                type="button"
                class="icon-button"
                aria-label={texts.keep(from)[language]}
                title={texts.keep(from)[language]}
                onClick={() => put(renames.filter((_, place) => place !== index))}
              >
                <Icon name="close" />
              </button>
            </div>
          );
        })}
        {renames.length > most && (
          <p class="help">{texts.rest(countWords(renames.length - most))[language]}</p>
        )}
        {known.length === 0 && renames.length === 0
          ? <p class="help">{fieldTexts.columnsUnknown[language]}</p>
          : (
            <button
              type="button"
              class="button quiet small"
              disabled={left === undefined}
              onClick={() => put([...renames, { from: left ?? "", to: left ?? "" }])}
            >
              <Icon name="add" />
              {texts.add[language]}
            </button>
          )}
      </div>
    </FieldFrame>
  );
}
