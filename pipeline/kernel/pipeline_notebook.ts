import { diagnose } from "../cells/diagnose.ts";
import { evaluate } from "../cells/evaluate.ts";
import { importFile } from "../cells/import.ts";
import { renameColumns, type RenameColumnsParams } from "../cells/rename_columns.ts";
import { split } from "../cells/split.ts";
import { train } from "../cells/train.ts";
import type { PipelineDocument } from "../model/pipeline_file.ts";
import { notebookFormat } from "./migrations.ts";
import type { Notebook, NotebookCell } from "./notebook.ts";

/** The table that a pipeline is to be trained on. */
export interface PipelineTable {
  /** What the import cell is told, the file with it. */
  readonly importParams: NotebookCell["params"];
  /** The columns that the pipeline knows by other names. */
  readonly renames?: RenameColumnsParams["renames"];
}

/**
 * The notebook that trains a pipeline on a table and judges what comes of it. Its cells have exactly the params
 * of the pipeline, so that a table that was trained on before gives the same results, by the same keys.
 */
export function pipelineNotebook(
  { recipe: { steps, learner }, training, split: held }: PipelineDocument,
  { importParams, renames = [] }: PipelineTable,
  title: string,
): Notebook {
  const ids = new Set<string>();
  const cell = (kind: string, params: NotebookCell["params"] = {}): NotebookCell => {
    let id = kind;
    for (let number = 2; ids.has(id); number++) id = `${kind}-${number}`;
    ids.add(id);
    return { id, kind, params };
  };
  return {
    format: notebookFormat,
    title,
    cells: [
      cell(importFile.kind, importParams),
      ...(renames.length === 0 ? [] : [cell(renameColumns.kind, { renames })]),
      ...(held === null ? [] : [cell(split.kind, held)]),
      ...steps.map(({ step, params }) => cell(step, params)),
      cell(train.kind, { ...training, learner: { ...learner.params, name: learner.name } }),
      cell(evaluate.kind),
      cell(diagnose.kind),
    ],
  };
}
