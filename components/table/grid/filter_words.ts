import type { ColumnType } from "@/pipeline/table/column_type.ts";
import type { TableFilter } from "@/pipeline/table/paging/table_page.ts";
import type { Language } from "@/web/language.ts";
import { conditionOpTexts } from "../../texts_conditions.ts";

/** A filter as a sentence: `fault is slow disk`. */
export function filterWords(filter: TableFilter, language: Language): string {
  const op = conditionOpTexts[filter.op][language];
  return "value" in filter ? `${filter.column} ${op} ${filter.value}` : `${filter.column} ${op}`;
}

/** What can be asked of a column, the usual first. */
export function opsOf(type: ColumnType): TableFilter["op"][] {
  switch (type) {
    case "number":
      return ["at-least", "at-most", "is", "is-not", "missing", "present"];
    case "time":
      return ["contains", "at-least", "at-most", "is", "missing", "present"];
    case "boolean":
      return ["is", "missing", "present"];
    case "text":
      return ["contains", "is", "is-not", "at-least", "at-most", "missing", "present"];
  }
}
