import { HealerError } from "../problem.ts";
import type { RoleOverrides } from "../table/role.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import { dialectOf } from "./dialect_params.ts";
import type { ImportParams } from "./import.ts";
import { importTable } from "./import_table.ts";
import { importedResult } from "./imported_result.ts";
import { cellProblem } from "./problems.ts";

/** See {@linkcode importFile}. */
export async function runImport(
  _inputs: CellInputs,
  params: ImportParams,
  context: CellContext,
): Promise<CellOutput> {
  const { file } = params;
  if (file === null) throw new HealerError(cellProblem.noFile());
  const imported = await importTable({
    path: context.pathOf(file.content),
    name: file.name,
    sha256: file.content.sha256,
    reading: { ...dialectOf(params), badCells: params.badCells },
    roles: rolesOf(params),
  }, context);
  return await importedResult(imported, context);
}

function rolesOf({ label, group, time, id, features, ignore }: ImportParams): RoleOverrides {
  return {
    ...(label === null ? {} : { label }),
    ...(group === null ? {} : { group }),
    ...(time === null ? {} : { time }),
    ...(id === null ? {} : { id }),
    features,
    ignore,
  };
}
