import { nameList } from "../name_list.ts";
import type { Notice } from "../problem.ts";
import type { ColumnType } from "./column_type.ts";

/** Says which of the given types belong to no column. */
export function unknownTypes(
  types: ReadonlyMap<string, ColumnType> | undefined,
  names: readonly string[],
  file: string,
): Notice[] {
  const known = new Set(names);
  const unknown = [...types?.keys() ?? []].filter((name) => !known.has(name));
  if (unknown.length === 0) return [];
  const list = nameList(unknown);
  return [{
    code: "table/types-without-column",
    message: {
      en: `Types were given for columns the table does not have: ${list.en}.`,
      zh: `为表中不存在的列指定了类型：${list.zh}。`,
    },
    place: { file },
  }];
}
