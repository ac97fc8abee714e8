import type { z } from "zod";
import { HealerError } from "../problem.ts";
import { diagnosisValueSchema } from "./diagnosis_value.ts";
import { evaluationValueSchema } from "./evaluation_value.ts";
import { preparedSchema, type rowsSchema } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import type { Value } from "./value.ts";

/** Rows that a cell reads: the Parquet file, how many they are, and the columns with their roles. */
export type InputTable = z.infer<typeof rowsSchema>;

/**
 * The rows at an input of the type "table": of a prepared table those after its steps, else those of the diagnosis
 * or evaluation.
 *
 * @throws {HealerError} `cells/missing-input`, `cells/wrong-input`, `cells/no-rows-behind`
 */
export function tableInput(inputs: Readonly<Record<string, Value>>, port: string): InputTable {
  const table = optionalTableInput(inputs, port);
  if (table === undefined) throw new HealerError(cellProblem.missingInput(port, "table"));
  return table;
}

/**
 * As {@linkcode tableInput}, but undefined where nothing is connected.
 *
 * @throws {HealerError} `cells/wrong-input`, `cells/no-rows-behind`
 */
export function optionalTableInput(
  inputs: Readonly<Record<string, Value>>,
  port: string,
): InputTable | undefined {
  const value = inputs[port];
  switch (value?.type) {
    case undefined:
      return undefined;
    case "prepared": {
      const { file, rows, columns } = preparedSchema.parse(value).preview;
      return { file, rows, columns };
    }
    case "diagnosis":
      return diagnosisValueSchema.parse(value).table;
    case "evaluation": {
      const { table } = evaluationValueSchema.parse(value);
      if (table === undefined) throw new HealerError(cellProblem.noRowsBehind(port));
      return table;
    }
    case "model":
      throw new HealerError(cellProblem.wrongInput(port, "table", value.type));
  }
}
