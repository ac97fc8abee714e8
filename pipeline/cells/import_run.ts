import { HealerError } from "../problem.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { ImportParams } from "./import.ts";
import { readingOf, rolesOf } from "./import_options.ts";
import { type ImportedTable, importTable } from "./import_table.ts";
import { importedResult } from "./imported_result.ts";
import { keepBytes } from "./keep_bytes.ts";
import { cellProblem } from "./problems.ts";
import { reportTable } from "./report_table.ts";
import { reportMedia } from "./table_report.ts";
import { typesOf } from "./type_params.ts";

/** See {@linkcode importFile}. */
export async function runImport(
  _inputs: CellInputs,
  params: ImportParams,
  context: CellContext,
): Promise<CellOutput> {
  return await importedResult(await importOf(params, context), context);
}

/** See {@linkcode importDataset}. */
export async function runDatasetImport(
  _inputs: CellInputs,
  params: ImportParams,
  context: CellContext,
): Promise<CellOutput> {
  const imported = await importOf(params, context);
  const result = await importedResult(imported, context);
  const { conversion, roles, types, notices, head, names } = imported;
  const report = reportTable(
    { ...conversion, types, roles: roles.roles, frame: head, isWhole: true, notices },
    typesOf(params),
    names,
  );
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  await keepBytes(bytes, { extension: "json", media: reportMedia }, context);
  return result;
}

async function importOf(params: ImportParams, context: CellContext): Promise<ImportedTable> {
  const { file } = params;
  if (file === null) throw new HealerError(cellProblem.noFile());
  return await importTable({
    path: context.pathOf(file.content),
    name: file.name,
    sha256: file.content.sha256,
    reading: readingOf(params),
    roles: rolesOf(params),
  }, context);
}
