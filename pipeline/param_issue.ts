import { z } from "zod";
import { nameList } from "./name_list.ts";
import type { Text } from "./problem.ts";

/** What is wrong with one param, in words that fit behind "… allowed: ". */
export interface ParamIssue {
  /** The param's name; its path joined by dots where it is nested; empty for the object as a whole. */
  readonly param: string;
  /** What the param must be, such as `a number that is at least 1`. */
  readonly allowed: Text;
}

/**
 * The first thing zod found wrong with the params of a step, a learner or a cell.
 *
 * @param known The names of the params there are, for a param that does not exist.
 */
export function firstParamIssue(error: z.core.$ZodError, known: readonly string[]): ParamIssue {
  const issue = innermost(error.issues[0]);
  if (issue === undefined) {
    return { param: "", allowed: { en: "other params", zh: "其他参数" } };
  }
  const param = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    const name = issue.keys[0] ?? "";
    return { param: param === "" ? name : `${param}.${name}`, allowed: allowedNames(known) };
  }
  return { param, allowed: allowedValues(issue) };
}

/** Of a value that fits no member of a union, what is wrong for the member that it comes closest to. */
function innermost(issue: z.core.$ZodIssue | undefined): z.core.$ZodIssue | undefined {
  if (issue?.code !== "invalid_union" || issue.errors.length === 0) return issue;
  const firsts = issue.errors.flatMap(([first]) => first ?? []);
  const closest = firsts.find(({ path }) => path.length > 0) ?? firsts[0];
  if (closest === undefined) return issue;
  return innermost({ ...closest, path: [...issue.path, ...closest.path] });
}

function allowedNames(known: readonly string[]): Text {
  if (known.length === 0) return { en: "no params at all", zh: "不接受任何参数" };
  const names = nameList(known);
  return { en: `the params ${names.en}`, zh: `参数 ${names.zh}` };
}

function allowedValues(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case "invalid_value":
      return oneOf(issue.values);
    case "too_small": {
      const limit = String(issue.minimum);
      return issue.inclusive === false
        ? { en: `a value above ${limit}`, zh: `大于 ${limit} 的值` }
        : { en: `a value of at least ${limit}`, zh: `不小于 ${limit} 的值` };
    }
    case "too_big": {
      const limit = String(issue.maximum);
      return issue.inclusive === false
        ? { en: `a value below ${limit}`, zh: `小于 ${limit} 的值` }
        : { en: `a value of at most ${limit}`, zh: `不大于 ${limit} 的值` };
    }
    case "invalid_union": {
      const values = "options" in issue ? issue.options : undefined;
      return Array.isArray(values) ? oneOf(values) : { en: issue.message, zh: issue.message };
    }
    case "custom": {
      const { data } = textSchema.safeParse(issue.params?.["allowed"]);
      return data ?? { en: issue.message, zh: issue.message };
    }
    case "invalid_type":
      return typeNames[issue.expected] ?? { en: issue.expected, zh: issue.expected };
    default:
      return { en: issue.message, zh: issue.message };
  }
}

const textSchema = z.object({ en: z.string(), zh: z.string() });

function oneOf(values: readonly unknown[]): Text {
  const names = values.map(String);
  return { en: `one of ${names.join(", ")}`, zh: `${names.join("、")} 之一` };
}

const typeNames: Readonly<Record<string, Text>> = {
  number: { en: "a number", zh: "数值" },
  int: { en: "a whole number", zh: "整数" },
  boolean: { en: "true or false", zh: "true 或 false" },
  string: { en: "a text", zh: "文本" },
  array: { en: "a list, such as [1, 2]", zh: "列表，例如 [1, 2]" },
  object: { en: "an object of params", zh: "由参数组成的对象" },
};
