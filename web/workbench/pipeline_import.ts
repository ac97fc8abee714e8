import type { RenameColumnsParams } from "@/pipeline/cells/rename_columns.ts";
import type { PipelineDocument } from "@/pipeline/model/pipeline_file.ts";
import type { DatasetAnswer } from "../api_schema.ts";
import type { ImportCellParams } from "./import_params.ts";

/** A dataset that a pipeline is to be applied to. */
export interface FittingDataset {
  /** With what params an import cell reads it as it is. */
  readonly params: ImportCellParams;
  readonly columns: DatasetAnswer["columns"];
  /** The column that names the fault, and the columns that the pipeline knows by other names. */
  readonly label: string;
  readonly renames: RenameColumnsParams["renames"];
}

/**
 * The params of the import cell that gives exactly the features of a pipeline. What the dataset already is, is
 * not said again, so that the cell has the result of every other cell that imports the dataset.
 */
export function pipelineImport(
  { features }: Pick<PipelineDocument, "features">,
  { params, columns, label, renames }: FittingDataset,
): ImportCellParams {
  const from = new Map(renames.map((rename) => [rename.to, rename.from]));
  const needed = new Set(features.map(({ name }) => from.get(name) ?? name));
  const isWrong = ({ name, role }: DatasetAnswer["columns"][number]): boolean =>
    needed.has(name)
      ? role !== "feature"
      : name === label
      ? role !== "label"
      : role === "feature" || role === "label";
  const wrong = columns.filter(isWrong).map(({ name }) => name);
  if (wrong.length === 0) return params;
  const added = wrong.filter((name) => needed.has(name));
  const dropped = wrong.filter((name) => !needed.has(name) && name !== label);
  const changed = new Set(wrong);
  const others = Object.entries(params).filter(([name, value]) =>
    !(singleRoles.has(name) && typeof value === "string" && changed.has(value))
  );
  return {
    ...Object.fromEntries(others),
    features: [...namesOf(params.features).filter((name) => !changed.has(name)), ...added],
    ignore: [...namesOf(params.ignore).filter((name) => !changed.has(name)), ...dropped],
    ...(changed.has(label) ? { label } : {}),
  };
}

const singleRoles: ReadonlySet<string> = new Set(["label", "id", "group", "time"]);

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
