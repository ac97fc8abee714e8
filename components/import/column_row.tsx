import type { JSX } from "preact";
import { columnRoles, columnTypes, type ReportColumn } from "@/pipeline/cells/table_report.ts";
import { canBeFeature, type ColumnRole, type ColumnType } from "@/islands/import/settings.ts";
import { useLanguage } from "../language.ts";
import { countWords, percentWords } from "../number_words.ts";
import { importTexts } from "../texts_import.ts";
import { Distribution } from "./distribution.tsx";

/** What a role is called. */
export function roleWords(role: ColumnRole): { en: string; zh: string } {
  return role === "time" ? importTexts.timeRole : importTexts[role];
}

/** A column with its type and role, each with its reason and a control to change it. */
export function ColumnRow(
  { column, position, rows, isChanged, isDisabled, onType, onRole }: {
    readonly column: ReportColumn;
    /** From 1. */
    readonly position: number;
    /** How many rows the holes are counted in. */
    readonly rows: number;
    /** Whether the whole file has changed the guess. */
    readonly isChanged: boolean;
    readonly isDisabled: boolean;
    readonly onType: (type: ColumnType | null) => void;
    readonly onRole: (role: ColumnRole | null) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const { type, role, missing, unreadable } = column;
  const name = column.name.slice(0, 200);
  const share = missing / Math.max(1, rows);
  return (
    <tr class={isChanged ? "is-changed" : ""}>
      <td class="right faint line-number">{countWords(position)}</td>
      <th scope="row" class="column-title" title={column.name.slice(0, 1000)}>{name}</th>
      <td class="choice-cell">
        <span class="choice-line">
          <select
            class="select"
            aria-label={importTexts.typeOf(name)[language]}
            value={type.value}
            disabled={isDisabled}
            onChange={({ currentTarget }) =>
              onType(columnTypes.find((each) => each === currentTarget.value) ?? null)}
          >
            {columnTypes.map((each) => (
              <option key={each} value={each}>{importTexts[each][language]}</option>
            ))}
          </select>
          {!type.guessed && (
            <BackToGuess
              what={importTexts.typeOf(name)[language]}
              isDisabled={isDisabled}
              onClick={() => onType(null)}
            />
          )}
        </span>
        <span class="tiny faint reason">{type.reason[language]}</span>
        {unreadable > 0 && (
          <span class="tiny warn-text reason">
            {importTexts.unreadable(countWords(unreadable))[language]}
          </span>
        )}
      </td>
      <td class="choice-cell">
        <span class="choice-line">
          <select
            class="select"
            aria-label={importTexts.roleOf(name)[language]}
            value={role.value}
            disabled={isDisabled}
            onChange={({ currentTarget }) =>
              onRole(columnRoles.find((each) => each === currentTarget.value) ?? null)}
          >
            {columnRoles.map((each) => (
              <option
                key={each}
                value={each}
                disabled={each === "feature" && !canBeFeature(type.value)}
              >
                {roleWords(each)[language]}
              </option>
            ))}
          </select>
          {!role.guessed && (
            <BackToGuess
              what={importTexts.roleOf(name)[language]}
              isDisabled={isDisabled}
              onClick={() => onRole(null)}
            />
          )}
        </span>
        <span class="tiny faint reason">{role.reason[language]}</span>
      </td>
      <td class="holes-cell">
        <svg class="meter" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect class="ground" width={100} height={4} />
          <rect width={100 * share} height={4} />
        </svg>
        <span class="tiny faint">{percentWords(share, language)}</span>
      </td>
      <td class="holds-cell">
        <Distribution column={column} />
      </td>
    </tr>
  );
}

function BackToGuess(
  { what, isDisabled, onClick }: {
    readonly what: string;
    readonly isDisabled: boolean;
    readonly onClick: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const words = importTexts.backToGuessOf(what)[language];
  return (
    <button
      type="button"
      class="reset"
      aria-label={words}
      title={words}
      disabled={isDisabled}
      onClick={onClick}
    >
      {importTexts.backToGuess[language]}
    </button>
  );
}
