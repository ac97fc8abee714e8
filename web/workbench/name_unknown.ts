import { addRows, type AddRowsParams } from "@/pipeline/cells/add_rows.ts";
import { cellTableSchema } from "@/pipeline/cells/cell_kind.ts";
import { modelSchema } from "@/pipeline/cells/model_value.ts";
import { type Prepared, preparedSchema } from "@/pipeline/cells/prepared_value.ts";
import { train } from "@/pipeline/cells/train.ts";
import type { FileReference, Value } from "@/pipeline/cells/value.ts";
import type { Executor } from "@/pipeline/kernel/executor.ts";
import { buildGraph } from "@/pipeline/kernel/graph.ts";
import { pipelineNotebook } from "@/pipeline/kernel/pipeline_notebook.ts";
import { HealerError, type Text } from "@/pipeline/problem.ts";
import { diagnosisIdSchema } from "@/store/ids.ts";
import type { Model } from "@/store/models.ts";
import type { Workspace } from "@/store/workspace.ts";
import type { DatasetAnswer } from "../api_schema.ts";
import type { ExportSource } from "../export/export_source.ts";
import { pipelineOfSource } from "../export/pipeline_format.ts";
import { guessedSettings } from "../import_schema.ts";
import type { NamedUnknown, NameUnknown } from "../unknown_schema.ts";
import type { WorkbenchCatalogues } from "./catalogues.ts";
import type { WorkbenchDatasets } from "./datasets.ts";
import { withoutCell } from "./diagnose_file.ts";
import { diagnosisAnswer, parquetFile } from "./diagnosis_answer.ts";
import type { EventHub } from "./event_hub.ts";
import type { WorkbenchExports } from "./exports.ts";
import { takeFiles } from "./kernel_files.ts";
import { cardOf } from "./model_answer.ts";
import { nameUnknownProblem } from "./name_unknown_problems.ts";
import type { WorkbenchNotebooks } from "./notebooks.ts";
import { parseId } from "./parse_id.ts";
import { pipelineImport } from "./pipeline_import.ts";
import { workbenchProblem } from "./problems.ts";
import { withoutEnding } from "./train_notebook.ts";
import { classOf, rowRanges, withName } from "./unknown_class.ts";

/** What the naming of unknown rows is done with. */
export interface NameUnknownServices {
  readonly workspace: Workspace;
  readonly hub: EventHub;
  readonly exports: WorkbenchExports;
  readonly notebooks: WorkbenchNotebooks;
  readonly datasets: WorkbenchDatasets;
  readonly catalogues: WorkbenchCatalogues;
  /** Knows the kinds of `desk_registry.ts`. */
  readonly executor: Executor;
  readonly signal: AbortSignal;
}

/** How a model came to be. */
interface Training {
  readonly source: ExportSource;
  /** The cell that gave it, and the table that this cell read. */
  readonly cell: string;
  readonly table: Prepared;
}

/**
 * Turns rows of a diagnosis that fit nothing known into a class: adds them to the table that the model learnt from,
 * and lets the next version of the model be trained in a notebook of its own, by the same recipe. The name goes into
 * the fault catalogue, which the next version takes over.
 *
 * @param language Of the name.
 * @throws {HealerError} `unknown/…`, `pipeline/…` where the training cannot be repeated, `store/…`
 */
export async function nameUnknown(
  id: string,
  request: NameUnknown,
  language: keyof Text,
  services: NameUnknownServices,
): Promise<NamedUnknown> {
  const { workspace, catalogues, hub } = services;
  const diagnosis = workspace.diagnoses.get(parseId(diagnosisIdSchema, "diagnosis", id));
  const { features, unknownGroups, incidents } = diagnosisAnswer(workspace, diagnosis, undefined);
  const { group, rows = null } = request;
  if (!unknownGroups.some((each) => each.id === group)) {
    throw new HealerError(nameUnknownProblem.noSuchGroup(group));
  }
  const result = parquetFile(diagnosis.tableSha256, diagnosis.tableBytes);
  if (result === null) throw new HealerError(workbenchProblem.noTable());
  if (features === null) throw new HealerError(nameUnknownProblem.noFeatures());
  const model = workspace.models.get(diagnosis.model);
  const training = await trainingOf(model, language, services);
  const catalogue = catalogues.of(model.id);
  const { fault, isNew } = classOf(request.name, cardOf(model).classes, catalogue);
  const added = await withRows(training.table, {
    result,
    features,
    group,
    rows,
    label: fault,
    source: diagnosis.id,
    incidents: rowRanges(incidents),
  }, services);
  if (added.rows === 0) throw new HealerError(nameUnknownProblem.noRows(group));
  const name = `${withoutEnding(training.table.source.name)} + ${fault}`;
  const dataset = await importTable(added.file, name, training.table, services);
  const notebook = await trainAgain(model, training, dataset, services);
  if (isNew) {
    catalogues.add(model, withName(catalogue, fault, language));
    hub.publish({ event: "changed", data: { list: "models", id: model.id } });
  }
  return { notebook, dataset: dataset.id, fault, isNew, rows: added.rows };
}

/** Finds the cell that gave a model, as long as its notebook still does. */
async function trainingOf(
  model: Model,
  language: keyof Text,
  { exports }: NameUnknownServices,
): Promise<Training> {
  const { name, notebook, sha256 } = model;
  if (notebook === null) throw new HealerError(nameUnknownProblem.noNotebook(name));
  const source = await exports.source(notebook, { language });
  const cell = source.cells.find(({ result }) =>
    Object.values(result?.values ?? {}).some((value) => isModel(value, sha256))
  );
  const wire = cell && buildGraph(source.notebook, source.kinds).get(cell.id)?.wires.get("table");
  const before = source.cells.find(({ id }) => id === wire?.cell);
  const table = preparedSchema.safeParse(before?.result?.values[wire?.port ?? ""]).data;
  if (cell === undefined || table === undefined) {
    throw new HealerError(nameUnknownProblem.notebookChanged(name, source.notebook.title));
  }
  return { source, cell: cell.id, table };
}

function isModel(value: Value, sha256: string): boolean {
  return modelSchema.safeParse(value).data?.file.sha256 === sha256;
}

/** The training table with rows of a diagnosis at its end, and how many they are. */
async function withRows(
  table: Prepared,
  rows: Omit<AddRowsParams, "base">,
  { workspace, executor, signal }: NameUnknownServices,
): Promise<{ readonly file: FileReference; readonly rows: number }> {
  const base = { file: table.table, rows: table.rows, columns: table.columns };
  const params = addRows.params.parse({ ...rows, base });
  try {
    await using outcome = await executor.execute({
      cell: addRows.kind,
      kind: addRows.kind,
      version: addRows.version,
      params,
      inputs: {},
      seed: 0,
      files: [...addRows.filesUsed?.(params) ?? []],
    }, { signal, onEvent: () => {} });
    await takeFiles(workspace, outcome.files);
    const longer = cellTableSchema.parse(outcome.result.tables[0]);
    return { file: longer.file, rows: longer.rows - table.rows };
  } catch (error) {
    throw error instanceof HealerError ? withoutCell(error) : error;
  }
}

/** Makes a table a dataset whose columns have the roles that they had. */
async function importTable(
  { sha256, bytes, media }: FileReference,
  name: string,
  { columns }: Prepared,
  { workspace, datasets }: NameUnknownServices,
): Promise<DatasetAnswer> {
  const upload = workspace.uploads.add({
    name: `${name}.parquet`,
    media,
    file: { sha256, bytes },
  });
  const texts = columns.filter(({ role }) => ["label", "id", "group"].includes(role));
  return await datasets.import(upload.id, {
    ...guessedSettings,
    types: texts.map(({ name }) => ({ column: name, type: "text" })),
    roles: columns.map(({ name, role }) => ({ column: name, role })),
  }, name);
}

/** The notebook that trains the same recipe on another table, and runs already. */
async function trainAgain(
  model: Model,
  { source, cell }: Training,
  dataset: DatasetAnswer,
  { notebooks, datasets }: NameUnknownServices,
): Promise<string> {
  const { document } = pipelineOfSource({ ...source, cell });
  const importParams = pipelineImport(document, {
    params: datasets.cellParams(dataset.id),
    columns: dataset.columns,
    label: document.label,
    renames: [],
  });
  const notebook = pipelineNotebook(document, { importParams }, model.name);
  const parents = [model.sha256, ...cardOf(model).parents].slice(0, 100);
  const cells = notebook.cells.map((each) =>
    each.kind === train.kind ? { ...each, params: { ...each.params, parents } } : each
  );
  return await notebooks.add({ ...notebook, cells }, true);
}
