import { z } from "zod";
import { firstParamIssue, type ParamIssue } from "../param_issue.ts";

/** The first thing zod found wrong with `params`; a name that does not exist is told which ones do. */
export function cellParamIssue(
  error: z.ZodError,
  schema: z.ZodType,
  params: unknown,
): ParamIssue {
  return firstParamIssue(error, namesAt(schema, error.issues[0]?.path ?? [], params));
}

/** The names that the object at `path` inside `value` may have; none where the schema has no object there. */
function namesAt(schema: unknown, path: readonly PropertyKey[], value: unknown): string[] {
  const inner = schemaFor(schema, value);
  if (!(inner instanceof z.ZodObject)) return [];
  const [name, ...rest] = path;
  if (name === undefined) return Object.keys(inner.shape);
  return namesAt(inner.shape[String(name)], rest, memberOf(value, name));
}

/** `schema` without defaults and the like; of a union the option that `value` names. */
function schemaFor(schema: unknown, value: unknown): unknown {
  if (
    schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable || schema instanceof z.ZodOptional
  ) {
    return schemaFor(schema.unwrap(), value);
  }
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return schema;
  const { discriminator } = schema.def;
  const named = memberOf(value, discriminator);
  return schema.options.find((option) =>
    option instanceof z.ZodObject && option.shape[discriminator] instanceof z.ZodLiteral &&
    option.shape[discriminator].value === named
  );
}

function memberOf(value: unknown, name: PropertyKey): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
