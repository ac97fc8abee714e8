import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { parseRowRanges } from "@/pipeline/table/row_ranges.ts";
import type { Language } from "@/web/language.ts";
import { useFaultName } from "../../fault_catalogue.ts";
import { Icon } from "../../icon.tsx";
import { useLanguage } from "../../language.ts";
import { cutName } from "../../lists/shown_name.tsx";
import { countWords } from "../../number_words.ts";
import { diagnosisRowsTexts } from "../../texts_diagnosis_rows.ts";
import { type RowsView, type ShownKind, shownKinds } from "./rows_view.ts";

/** Milliseconds without a key after which the rows are searched. */
const calm = 250;

/** How many rows there are of each kind; null where the model cannot tell. */
export type KindCounts = Readonly<Record<Exclude<ShownKind, "all">, number | null>>;

/** Which rows are shown: by a word, a fault, or what is to be known about them. */
export function RowsFilters(
  { view, faults, counts, isDisabled, onChange }: {
    readonly view: RowsView;
    /** The classes that rows were diagnosed as. */
    readonly faults: readonly string[];
    readonly counts: KindCounts;
    readonly isDisabled: boolean;
    readonly onChange: (change: Partial<RowsView>) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const nameFault = useFaultName();
  const texts = diagnosisRowsTexts;
  return (
    <div class="row-filters">
      <SearchField
        value={view.search}
        isDisabled={isDisabled}
        onSearch={(search) => onChange({ search })}
      />
      <select
        class="select"
        aria-label={texts.fault[language]}
        disabled={isDisabled}
        value={view.fault === null ? "" : `=${view.fault}`}
        onChange={({ currentTarget: { value } }) =>
          onChange({ fault: value === "" ? null : value.slice(1) })}
      >
        <option value="">{texts.allFaults[language]}</option>
        {faults.map((fault) => (
          <option key={fault} value={`=${fault}`}>{cutName(nameFault(fault).name, 80)}</option>
        ))}
      </select>
      <fieldset class="choices">
        <legend class="visually-hidden">{texts.show[language]}</legend>
        {shownKinds.map((kind) => {
          const count = kind === "all" ? undefined : counts[kind];
          if (count === null) return null;
          return (
            <label key={kind}>
              <input
                type="radio"
                name="shown-rows"
                disabled={isDisabled}
                checked={view.show === kind}
                onChange={() => onChange({ show: kind })}
              />
              <span>
                {texts[kind][language]}
                {count !== undefined && ` ${countWords(count)}`}
              </span>
            </label>
          );
        })}
      </fieldset>
      {view.group !== null && (
        <Chosen
          words={texts.inGroup(countWords(view.group))[language]}
          onAway={() => onChange({ group: null })}
        />
      )}
      {view.among !== null && (
        <Chosen
          words={amongWords(view.among, language)}
          onAway={() => onChange({ among: null })}
        />
      )}
    </div>
  );
}

/** A choice of rows that was made elsewhere, and the way to be rid of it. */
function Chosen(
  { words, onAway }: { readonly words: string; readonly onAway: () => void },
): JSX.Element {
  const language = useLanguage();
  return (
    <span class="tag chosen-rows">
      {words}
      <button
        type="button"
        aria-label={diagnosisRowsTexts.anyRow[language]}
        title={diagnosisRowsTexts.anyRow[language]}
        onClick={onAway}
      >
        <Icon name="close" />
      </button>
    </span>
  );
}

function amongWords(among: string, language: Language): string {
  const ranges = parseRowRanges(among);
  const count = "part" in ranges ? 0 : ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return diagnosisRowsTexts.chosen(count, countWords(count))[language];
}

function SearchField(
  { value, isDisabled, onSearch }: {
    readonly value: string;
    readonly isDisabled: boolean;
    readonly onSearch: (search: string) => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div class="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        data-search
        placeholder={diagnosisRowsTexts.search[language]}
        aria-label={diagnosisRowsTexts.search[language]}
        maxLength={1000}
        disabled={isDisabled}
        value={text}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(currentTarget.value), calm);
        }}
      />
    </div>
  );
}
