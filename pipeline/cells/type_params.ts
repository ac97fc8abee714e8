import { z } from "zod";
import { HealerError } from "../problem.ts";
import type { ParamMeta } from "../param_meta.ts";
import type { ColumnType } from "../table/column_type.ts";
import { cellProblem } from "./problems.ts";

/** Which columns are read as another type than the reader would guess: a list a type. */
export const typeParams = {
  numbers: columns("Read as numbers", "按数值读取", "numbers", "数值"),
  texts: columns("Read as text", "按文本读取", "text", "文本"),
  booleans: columns("Read as true or false", "按布尔值读取", "true or false", "布尔值"),
  times: columns("Read as times", "按时间读取", "times", "时间"),
};

const typesSchema = z.object(typeParams);

const paramOf = {
  number: "numbers",
  text: "texts",
  boolean: "booleans",
  time: "times",
} as const satisfies Record<ColumnType, keyof typeof typeParams>;

/**
 * The types that the params ask for, by column.
 *
 * @throws {HealerError} `cells/two-types` for a column in two lists
 */
export function typesOf(params: z.infer<typeof typesSchema>): ReadonlyMap<string, ColumnType> {
  const types = new Map<string, ColumnType>();
  for (const type of ["number", "text", "boolean", "time"] as const) {
    for (const column of params[paramOf[type]]) {
      const earlier = types.get(column);
      if (earlier !== undefined && earlier !== type) {
        throw new HealerError(cellProblem.twoTypes(column, paramOf[type]));
      }
      types.set(column, type);
    }
  }
  return types;
}

function columns(en: string, zh: string, what: string, whatZh: string) {
  return z.array(z.string()).default([]).meta(
    {
      label: { en, zh },
      help: {
        en: `Columns that hold ${what}, whatever the guess; what cannot be read so is missing.`,
        zh: `无论如何判断都按${whatZh}读取的列；无法读取的单元格按缺失处理。`,
      },
      columns: "any",
    } satisfies ParamMeta,
  );
}
