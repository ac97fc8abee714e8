import type { JSX } from "preact";
import type { ReportGuess, TableReport } from "@/pipeline/cells/table_report.ts";
import type { Text } from "@/pipeline/problem.ts";
import type { ImportSettings } from "@/web/import_schema.ts";
import { useLanguage } from "../language.ts";
import { importTexts } from "../texts_import.ts";

/** Encodings that tables are met in; any other that was guessed is shown, too. */
const encodings = [
  "utf-8",
  "gb18030",
  "big5",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "shift_jis",
  "euc-kr",
];

const words = {
  delimiter: {
    comma: importTexts.comma,
    semicolon: importTexts.semicolon,
    tab: importTexts.tab,
    bar: importTexts.bar,
  },
  quote: { double: importTexts.double, single: importTexts.single },
  decimal: { point: importTexts.point, comma: importTexts.decimalComma },
  header: { yes: importTexts.yes, no: importTexts.no },
} as const satisfies Record<string, Readonly<Record<string, Text>>>;

/** What the reader says, by the names that settings use. */
const names: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
  '"': "double",
  "'": "single",
  true: "yes",
  false: "no",
};

/** How a file is read: each guess with its reason, and a control to change it. */
export function ReadingPanel(
  { settings, reading, isDisabled, onChange }: {
    readonly settings: ImportSettings;
    /** How it was understood; undefined where it could not be read at all. */
    readonly reading: TableReport["reading"] | undefined;
    readonly isDisabled: boolean;
    readonly onChange: (settings: ImportSettings) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const isParquet = reading?.format.value === "parquet";
  const dialect = (field: "delimiter" | "quote" | "decimal" | "header"): JSX.Element => {
    const guess = reading?.[field];
    const value = String(guess?.value ?? "");
    const name = field === "decimal" ? { ".": "point", ",": "comma" }[value] : names[value];
    const options: Readonly<Record<string, Text>> = words[field];
    return (
      <Choice
        id={`reading-${field}`}
        label={importTexts[field][language]}
        value={settings[field]}
        options={[
          ["guess", guessWords(guess, options[name ?? ""]?.[language] ?? value)[language]],
          ...Object.entries(options).map(([key, text]) => [key, text[language]] as const),
        ]}
        reason={reasonOf(guess)?.[language]}
        isDisabled={isDisabled}
        onChange={(chosen) => onChange({ ...settings, [field]: chosen })}
      />
    );
  };
  const encoding = reading?.encoding;
  const known = [...new Set([...encodings, ...(encoding ? [encoding.value] : [])])];
  return (
    <section class="reading" aria-labelledby="how-read">
      <h2 id="how-read">{importTexts.howRead[language]}</h2>
      {isParquet ? <p class="small dim">{importTexts.parquetSays[language]}</p> : (
        <>
          {dialect("delimiter")}
          {dialect("header")}
          {dialect("decimal")}
          {dialect("quote")}
          <Choice
            id="reading-encoding"
            label={importTexts.encoding[language]}
            value={settings.encoding}
            options={[
              ["", guessWords(encoding, encoding?.value.toUpperCase() ?? "")[language]],
              ...known.map((name) => [name, name.toUpperCase()] as const),
            ]}
            reason={reasonOf(encoding)?.[language]}
            isDisabled={isDisabled}
            onChange={(chosen) => onChange({ ...settings, encoding: chosen })}
          />
        </>
      )}
      <Choice
        id="reading-bad-cells"
        label={importTexts.badCells[language]}
        value={settings.badCells}
        options={[
          ["quarantine", importTexts.quarantine[language]],
          ["hole", importTexts.hole[language]],
        ]}
        reason={importTexts.badCellsHelp[language]}
        isDisabled={isDisabled}
        onChange={(chosen) =>
          onChange({ ...settings, badCells: chosen === "hole" ? "hole" : "quarantine" })}
      />
    </section>
  );
}

function Choice(
  { id, label, value, options, reason, isDisabled, onChange }: {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    readonly options: readonly (readonly [value: string, label: string])[];
    readonly reason: string | undefined;
    readonly isDisabled: boolean;
    readonly onChange: (value: string) => void;
  },
): JSX.Element {
  return (
    <div class="field">
      <label class="label" for={id}>{label}</label>
      <select
        id={id}
        class="select"
        value={value}
        disabled={isDisabled}
        aria-describedby={reason === undefined ? undefined : `${id}-reason`}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {options.map(([key, text]) => <option key={key} value={key}>{text}</option>)}
      </select>
      {reason !== undefined && <p id={`${id}-reason`} class="tiny faint">{reason}</p>}
    </div>
  );
}

function guessWords(guess: ReportGuess<unknown> | undefined, value: string): Text {
  return guess?.guessed === true && value !== "" ? importTexts.guess(value) : importTexts.guessOnly;
}

function reasonOf(guess: ReportGuess<unknown> | undefined): Text | undefined {
  if (guess === undefined) return undefined;
  return guess.guessed ? importTexts.guessed(guess.reason.en, guess.reason.zh) : importTexts.chosen;
}
