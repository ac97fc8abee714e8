import type { z } from "zod";
import { HealerError } from "../problem.ts";
import { cellProblem } from "./problems.ts";
import type { Value, ValueType } from "./value.ts";

/**
 * The value at an input of a cell, parsed with the schema that all values of its type share.
 *
 * @throws {HealerError} `cells/missing-input`, `cells/wrong-input`
 */
export function inputOf<Schema extends z.ZodType<{ readonly type: ValueType }>>(
  inputs: Readonly<Record<string, Value>>,
  port: string,
  type: ValueType,
  schema: Schema,
): z.infer<Schema> {
  const value = inputs[port];
  if (value === undefined) throw new HealerError(cellProblem.missingInput(port, type));
  if (value.type !== type) throw new HealerError(cellProblem.wrongInput(port, type, value.type));
  return schema.parse(value);
}
