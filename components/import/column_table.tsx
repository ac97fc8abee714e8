import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { columnRoles, type TableReport } from "@/pipeline/cells/table_report.ts";
import { withRole, withType } from "@/islands/import/settings.ts";
import type { ImportSettings } from "@/web/import_schema.ts";
import { useLanguage } from "../language.ts";
import { countWords } from "../number_words.ts";
import { importTexts } from "../texts_import.ts";
import { ColumnRow, roleWords } from "./column_row.tsx";

/** So many columns are in the page at first, and so many more at each press. */
const step = 60;

/** Every column with its type, role, holes and content; a search and choices for many at once. */
export function ColumnTable(
  { report, settings, changed, isDisabled, onChange }: {
    readonly report: TableReport;
    readonly settings: ImportSettings;
    /** Columns that the whole file has shown to be other than its first rows did. */
    readonly changed: readonly string[];
    readonly isDisabled: boolean;
    readonly onChange: (settings: ImportSettings) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [search, setSearch] = useState("");
  const [most, setMost] = useState(step);
  const wanted = search.trim().toLowerCase();
  const numbered = report.columns.map((column, index) => ({ column, position: index + 1 }));
  const found = numbered.filter(({ column }) => column.name.toLowerCase().includes(wanted));
  const differing = new Set(changed);
  const foundNames = found.map(({ column }) => column.name);
  const texts = report.columns.filter(({ type, role }) =>
    type.value === "text" && role.value !== "ignored"
  );
  const hasChoices = settings.types.length + settings.roles.length > 0;
  return (
    <section class="section" aria-labelledby="columns">
      <div class="section-head wrap">
        <h2 id="columns">
          {importTexts.columns[language]}{" "}
          <span class="count">{countWords(report.columns.length)}</span>
        </h2>
        <div class="push column-tools">
          <input
            type="search"
            class="input"
            placeholder={importTexts.searchColumns[language]}
            aria-label={importTexts.searchColumns[language]}
            value={search}
            onInput={({ currentTarget }) => setSearch(currentTarget.value)}
          />
          <select
            class="select"
            aria-label={bulkWords(wanted, found.length)[language]}
            value=""
            disabled={isDisabled || found.length === 0}
            onChange={({ currentTarget }) => {
              const role = columnRoles.find((each) => each === currentTarget.value);
              currentTarget.value = "";
              if (role !== undefined) onChange(withRole(settings, foundNames, role));
            }}
          >
            <option value="">{bulkWords(wanted, found.length)[language]}</option>
            <option value="feature">{roleWords("feature")[language]}</option>
            <option value="ignored">{roleWords("ignored")[language]}</option>
          </select>
          <button
            type="button"
            class="button"
            disabled={isDisabled || texts.length === 0}
            onClick={() => onChange(withRole(settings, texts.map(({ name }) => name), "ignored"))}
          >
            {importTexts.ignoreTexts[language]}
          </button>
          <button
            type="button"
            class="button quiet"
            disabled={isDisabled || !hasChoices}
            onClick={() => onChange({ ...settings, types: [], roles: [] })}
          >
            {importTexts.allGuesses[language]}
          </button>
        </div>
      </div>
      <div class="scroll" tabIndex={0} role="group" aria-label={importTexts.columns[language]}>
        <table class="table tight import-columns">
          <thead>
            <tr>
              <th scope="col" class="right line-number">
                <span aria-hidden="true">#</span>
                <span class="visually-hidden">{importTexts.position[language]}</span>
              </th>
              <th scope="col">{importTexts.name[language]}</th>
              <th scope="col">{importTexts.type[language]}</th>
              <th scope="col">{importTexts.role[language]}</th>
              <th scope="col">{importTexts.holes[language]}</th>
              <th scope="col">{importTexts.holds[language]}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map(({ column, position }) => (
              <ColumnRow
                key={position}
                column={column}
                position={position}
                rows={report.profiledRows}
                isChanged={differing.has(column.name)}
                isDisabled={isDisabled}
                onType={(type) => onChange(withType(settings, column.name, type))}
                onRole={(role) => onChange(withRole(settings, [column.name], role))}
              />
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 && <p class="small dim">{importTexts.noSuchColumn[language]}</p>}
      {found.length > most && (
        <button
          type="button"
          class="button quiet"
          onClick={() => setMost(most + 4 * step)}
        >
          {importTexts.showMore[language]}
        </button>
      )}
    </section>
  );
}

function bulkWords(wanted: string, count: number) {
  return importTexts[wanted === "" ? "setAll" : "setShown"](countWords(count));
}
