import type { Text } from "@/pipeline/problem.ts";
import type { TableFilter } from "@/pipeline/table/paging/table_page.ts";

/** The words of a field of conditions on rows. */
export const conditionTexts = {
  column: { en: "Column", zh: "列" },
  op: { en: "Condition", zh: "条件" },
  value: { en: "Value", zh: "值" },
  numbered: (what: string, number: number): Text => ({
    en: `${what} of condition ${number}`,
    zh: `条件 ${number} 的${what}`,
  }),
  add: { en: "Add a condition", zh: "添加条件" },
  remove: (number: number): Text => ({
    en: `Remove condition ${number}`,
    zh: `移除条件 ${number}`,
  }),
  count: (count: number): Text => ({
    en: count === 1 ? "1 condition" : `${count} conditions`,
    zh: `${count} 个条件`,
  }),
} as const satisfies Record<string, Text | ((...values: never[]) => Text)>;

/** What a condition or the filter of a table asks of a value. */
export const conditionOpTexts = {
  "is": { en: "is", zh: "等于" },
  "is-not": { en: "is not", zh: "不等于" },
  "contains": { en: "contains", zh: "包含" },
  "at-least": { en: "is at least", zh: "不小于" },
  "at-most": { en: "is at most", zh: "不大于" },
  "among": { en: "is one of", zh: "属于" },
  "missing": { en: "is missing", zh: "缺失" },
  "present": { en: "is present", zh: "不缺失" },
} as const satisfies Record<TableFilter["op"], Text>;
