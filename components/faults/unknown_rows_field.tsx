import type { JSX } from "preact";
import { useFaultName } from "../fault_catalogue.ts";
import { useLanguage } from "../language.ts";
import { cutName } from "../lists/shown_name.tsx";
import { countWords } from "../number_words.ts";
import { nameUnknownTexts } from "../texts_name_unknown.ts";
import type { UnknownRow } from "./use_unknown_rows.ts";

/** So many rows are drawn. */
const inSight = 20;

/** The rows that are named; single ones can be left out. */
export function UnknownRowsField(
  { rows, count, left, onChange }: {
    readonly rows: readonly UnknownRow[];
    /** How many the group has. */
    readonly count: number;
    /** The rows that are left out. */
    readonly left: ReadonlySet<number>;
    readonly onChange: (left: ReadonlySet<number>) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const show = useFaultName();
  const shown = rows.slice(0, inSight);
  return (
    <fieldset class="unknown-rows">
      <legend class="small dim">
        {nameUnknownTexts.rows(countWords(count - left.size))[language]}
      </legend>
      <ul>
        {shown.map(({ row, id, guess }) => (
          <li key={row}>
            <label class="check">
              <input
                type="checkbox"
                checked={!left.has(row)}
                disabled={rows.length < count}
                onChange={({ currentTarget }) => {
                  const next = new Set(left);
                  if (currentTarget.checked) next.delete(row);
                  else next.add(row);
                  onChange(next);
                }}
              />
              <bdi>{cutName(id, 60)}</bdi>
              <span class="faint small push">
                {nameUnknownTexts.guess[language]} {cutName(show(guess).name, 40)}
              </span>
            </label>
          </li>
        ))}
      </ul>
      {count > shown.length && (
        <p class="small dim">
          {nameUnknownTexts.more(countWords(count - shown.length))[language]}
        </p>
      )}
    </fieldset>
  );
}
