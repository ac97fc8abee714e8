import { z } from "zod";
import type { CellKind } from "@/pipeline/cells/cell_kind.ts";
import { describeCellKind } from "@/pipeline/cells/cell_schema.ts";
import { tableFileSchema } from "@/pipeline/cells/table_file.ts";
import type { Notebook } from "@/pipeline/kernel/notebook.ts";
import { paramRows, type ParamSchema, paramSchema } from "./kinds.ts";
import type { Language } from "./terminal.ts";

/** A param on the front panel of a notebook. */
export interface ExposedParam {
  readonly cell: string;
  readonly kind: string;
  readonly param: string;
  /** What the notebook has, or the default. */
  readonly value: unknown;
  /** As JSON Schema. */
  readonly schema: ParamSchema;
  /** How another value is given. */
  readonly option: string;
}

/** The params on the front panel, in its order; what a cell does not have, since it was made another, is left out. */
export function exposedParams(
  { cells, exposed = [] }: Notebook,
  kinds: ReadonlyMap<string, CellKind>,
): ExposedParam[] {
  return exposed.flatMap(({ cell: id, param }): ExposedParam[] => {
    const cell = cells.find((each) => each.id === id);
    const kind = cell && kinds.get(cell.kind);
    if (cell === undefined || kind === undefined) return [];
    const { properties = {} } = paramSchema.parse(describeCellKind(kind).params);
    if (!Object.hasOwn(properties, param)) return [];
    const schema = paramSchema.parse(properties[param]);
    const value = Object.hasOwn(cell.params, param) ? cell.params[param] : schema.default;
    const option = schema.file === undefined ? `--set ${id}.${param}=VALUE` : `--data ${id}=FILE`;
    return [{ cell: id, kind: cell.kind, param, value, schema, option }];
  });
}

const recordSchema = z.record(z.string(), z.unknown());

const words = {
  nothing: {
    en:
      "Nothing is on the front panel of this notebook. healer kinds KIND lists all params of a kind of cell.",
    zh: "此笔记本的前面板上没有参数。healer kinds 类型 可列出某类单元的全部参数。",
  },
  allowed: { en: "allowed:", zh: "可选值：" },
  now: { en: "now", zh: "当前为" },
} as const;

/** The params as lines of text: how each is set, what it may be, what it is now and what it does. */
export function paramLines(params: readonly ExposedParam[], language: Language): string {
  if (params.length === 0) return words.nothing[language];
  return params.flatMap(({ cell, param, value, schema, option }) => {
    const name = `${cell}.${param}`;
    return rowsOf(name, schema, value, language).map(
      ([path = "", allowed = "", now = "", help = ""], index) => {
        const setting = index === 0 ? option : option.replace(name, path.trim());
        const lines = [
          `${setting}   ${words.now[language]} ${now}`,
          help,
          allowed === "" ? "" : `${words.allowed[language]} ${allowed}`,
        ];
        return lines.filter((line) => line !== "").join("\n    ");
      },
    );
  }).join("\n");
}

/** A row for the param, and of a choice with params of its own one for each of those. */
function rowsOf(name: string, schema: ParamSchema, value: unknown, language: Language): string[][] {
  const given = recordSchema.safeParse(value).data ?? {};
  const variants = (schema.oneOf ?? []).map((each) => paramSchema.parse(each).properties ?? {});
  if (variants.length === 0) {
    const shown = tableFileSchema.safeParse(value).data?.name ?? value;
    return paramRows({ properties: { [name]: { ...schema, default: shown } } }, "", language);
  }
  const names = variants.map(({ name }) => paramSchema.parse(name).const);
  const { name: _, ...own } = variants[names.indexOf(given.name)] ?? {};
  const { oneOf: __, ...rest } = schema;
  const choice = { ...rest, enum: names, default: given.name };
  const properties = Object.fromEntries(
    Object.entries(own).map(([param, field]) => {
      const parsed = paramSchema.parse(field);
      return [param, {
        ...parsed,
        default: Object.hasOwn(given, param) ? given[param] : parsed.default,
      }];
    }),
  );
  return [
    ...paramRows({ properties: { [name]: choice } }, "", language),
    ...paramRows({ properties }, `${name}.`, language),
  ];
}
