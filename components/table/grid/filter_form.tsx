import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { TableColumn } from "@/pipeline/table/column_type.ts";
import type { ColumnSummary, TableFilter } from "@/pipeline/table/paging/table_page.ts";
import { useLanguage } from "../../language.ts";
import { conditionOpTexts } from "../../texts_conditions.ts";
import { gridTexts } from "../../texts_grid.ts";
import { opsOf } from "./filter_words.ts";

/** A condition on a column, to be added. */
export function FilterForm(
  { id, columns, column, summaries, onApply, onClose }: {
    readonly id: string;
    readonly columns: readonly TableColumn[];
    /** The name of the column it begins with. */
    readonly column: string;
    readonly summaries: ReadonlyMap<string, ColumnSummary>;
    readonly onApply: (filter: TableFilter) => void;
    readonly onClose: () => void;
  },
): JSX.Element {
  const language = useLanguage();
  const [name, setName] = useState(column);
  const chosen = columns.find((each) => each.name === name);
  const ops = opsOf(chosen?.type ?? "text");
  const [wanted, setOp] = useState<TableFilter["op"]>(ops[0] ?? "is");
  const op = ops.includes(wanted) ? wanted : ops[0] ?? "is";
  const [value, setValue] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const needsValue = op !== "missing" && op !== "present";
  const known = chosen?.type === "boolean"
    ? ["true", "false"]
    : summaries.get(name)?.words?.top.map(({ word }) => word) ?? [];
  return (
    <form
      class="grid-filter-form"
      aria-label={gridTexts.filterRows[language]}
      onSubmit={(event) => {
        event.preventDefault();
        if (op === "missing" || op === "present") onApply({ column: name, op });
        else if (value !== "") onApply({ column: name, op, value });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <select
        class="select"
        aria-label={gridTexts.column[language]}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      >
        {columns.map((each) => <option key={each.name} value={each.name}>{each.name}</option>)}
      </select>
      <select
        class="select"
        aria-label={gridTexts.condition[language]}
        value={op}
        onChange={({ currentTarget }) => {
          const found = ops.find((each) => each === currentTarget.value);
          if (found !== undefined) setOp(found);
        }}
      >
        {ops.map((each) => (
          <option key={each} value={each}>{conditionOpTexts[each][language]}</option>
        ))}
      </select>
      {needsValue && (
        <input
          ref={field}
          class="input"
          aria-label={gridTexts.value[language]}
          placeholder={gridTexts.value[language]}
          required
          autocomplete="off"
          inputMode={chosen?.type === "number" ? "decimal" : "text"}
          list={known.length > 0 ? `${id}-values` : undefined}
          value={value}
          onInput={({ currentTarget }) => setValue(currentTarget.value)}
        />
      )}
      {known.length > 0 && (
        <datalist id={`${id}-values`}>
          {known.map((word) => <option key={word} value={word} />)}
        </datalist>
      )}
      <button type="submit" class="button">{gridTexts.apply[language]}</button>
      <button type="button" class="button quiet" onClick={onClose}>
        {gridTexts.cancel[language]}
      </button>
    </form>
  );
}
