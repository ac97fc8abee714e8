import { z } from "zod";
import type { ParamMeta } from "../param_meta.ts";
import type { ReadOptions } from "../table/open_table.ts";

const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const quotes = { double: '"', single: "'" } as const;
const decimals = { point: ".", comma: "," } as const;

/** How a text file is read where the guess is wrong; params of every kind that reads a file. */
export const dialectParams = {
  delimiter: z.enum(["guess", "comma", "semicolon", "tab", "bar"]).default("guess").meta(
    {
      label: { en: "Delimiter", zh: "分隔符" },
      help: { en: "What stands between the cells.", zh: "单元格之间的分隔字符。" },
      options: {
        guess: { en: "Guess", zh: "自动判断" },
        comma: { en: "Comma ,", zh: "逗号 ," },
        semicolon: { en: "Semicolon ;", zh: "分号 ;" },
        tab: { en: "Tab", zh: "制表符" },
        bar: { en: "Bar |", zh: "竖线 |" },
      },
    } satisfies ParamMeta,
  ),
  quote: z.enum(["guess", "double", "single"]).default("guess").meta(
    {
      label: { en: "Quote", zh: "引号" },
      help: {
        en: "What stands around a cell that holds the delimiter or a line break.",
        zh: "含有分隔符或换行的单元格两侧的引号。",
      },
      options: {
        guess: { en: "Guess", zh: "自动判断" },
        double: { en: 'Double "', zh: '双引号 "' },
        single: { en: "Single '", zh: "单引号 '" },
      },
    } satisfies ParamMeta,
  ),
  decimal: z.enum(["guess", "point", "comma"]).default("guess").meta(
    {
      label: { en: "Decimal sign", zh: "小数点符号" },
      help: { en: "What stands before the decimals of a number.", zh: "数值小数部分之前的符号。" },
      options: {
        guess: { en: "Guess", zh: "自动判断" },
        point: { en: "Point 1.5", zh: "点 1.5" },
        comma: { en: "Comma 1,5", zh: "逗号 1,5" },
      },
    } satisfies ParamMeta,
  ),
  header: z.enum(["guess", "yes", "no"]).default("guess").meta(
    {
      label: { en: "Header line", zh: "表头行" },
      help: { en: "Whether the first line names the columns.", zh: "首行是否为列名。" },
      options: {
        guess: { en: "Guess", zh: "自动判断" },
        yes: { en: "Yes", zh: "有" },
        no: { en: "No", zh: "无" },
      },
    } satisfies ParamMeta,
  ),
  encoding: z.string().max(40).default("").meta(
    {
      label: { en: "Encoding", zh: "编码" },
      help: {
        en: "Such as utf-8 or gb18030; empty: guess.",
        zh: "例如 utf-8 或 gb18030；留空则自动判断。",
      },
    } satisfies ParamMeta,
  ),
};

const dialectSchema = z.object(dialectParams);

/** The options of the reader that the params ask for. */
export function dialectOf(
  { delimiter, quote, decimal, header, encoding }: z.infer<typeof dialectSchema>,
): Pick<ReadOptions, "delimiter" | "quote" | "decimal" | "header" | "encoding"> {
  return {
    ...(delimiter === "guess" ? {} : { delimiter: delimiters[delimiter] }),
    ...(quote === "guess" ? {} : { quote: quotes[quote] }),
    ...(decimal === "guess" ? {} : { decimal: decimals[decimal] }),
    ...(header === "guess" ? {} : { header: header === "yes" }),
    ...(encoding === "" ? {} : { encoding }),
  };
}

/** The params that ask for these options of the reader; what they have no word for is guessed. */
export function dialectParamsOf(
  { delimiter, quote, decimal, header, encoding }: ReturnType<typeof dialectOf>,
): Partial<z.infer<typeof dialectSchema>> {
  return {
    delimiter: nameOf(delimiters, delimiter),
    quote: nameOf(quotes, quote),
    decimal: nameOf(decimals, decimal),
    header: header === undefined ? "guess" : header ? "yes" : "no",
    encoding: encoding ?? "",
  };
}

function nameOf<Name extends string>(
  signs: Readonly<Record<Name, string>>,
  sign: string | undefined,
): Name | "guess" {
  for (const name in signs) if (signs[name] === sign) return name;
  return "guess";
}
