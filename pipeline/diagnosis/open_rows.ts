import { HealerError, type Notice } from "../problem.ts";
import { nameList } from "../name_list.ts";
import type { ModelCard } from "../model/model_card.ts";
import { modelProblem } from "../model/problems.ts";
import type { ColumnType } from "../table/column_type.ts";
import { openTable, type ReadOptions, type TableSource } from "../table/open_table.ts";

/** A table that fits a model, opened for reading row by row. */
export interface RowsForModel {
  readonly source: TableSource;
  /** The column whose cells name the rows, or null: rows are numbered from 1. */
  readonly idColumn: string | null;
  readonly notices: readonly Notice[];
}

/** What the caller may say about the table beyond what the model knows. */
export interface RowsOptions
  extends Pick<ReadOptions, "encoding" | "delimiter" | "decimal" | "header"> {
  readonly id?: string;
  /** Columns that are read as text beside the features, such as a label to compare with. */
  readonly textColumns?: readonly string[];
}

/**
 * Opens a table for a model: features may stand in any order, other columns are ignored with a notice.
 *
 * @throws {HealerError} where the file cannot be read, features are missing or a named column is absent.
 */
export async function openRows(
  path: string,
  card: ModelCard,
  options: RowsOptions = {},
): Promise<RowsForModel> {
  const { id, textColumns = [], ...dialect } = options;
  const { columns } = await openTable(path, dialect);
  const present = new Set(columns.map((column) => column.name));
  const missing = card.features.map((feature) => feature.name).filter((name) => !present.has(name));
  if (missing.length > 0) {
    throw new HealerError(modelProblem.missingFeatures(path, missing, card.features.length));
  }
  const idColumn = id ?? card.columns.id;
  for (const name of [...(id === undefined ? [] : [id]), ...textColumns]) {
    if (!present.has(name)) {
      throw new HealerError(modelProblem.missingColumn(path, name, [...present]));
    }
  }
  const types = new Map<string, ColumnType>(columns.map((column) => [column.name, "text"]));
  for (const feature of card.features) types.set(feature.name, feature.type);
  const source = await openTable(path, { ...dialect, types, badCells: "hole" });
  const known = new Set([
    ...card.features.map((feature) => feature.name),
    ...Object.values(card.columns).flat(),
    ...textColumns,
    idColumn,
  ]);
  const extra = [...present].filter((name) => !known.has(name));
  return {
    source,
    idColumn: idColumn !== null && present.has(idColumn) ? idColumn : null,
    notices: extra.length === 0 ? source.notices : [...source.notices, extraColumns(path, extra)],
  };
}

function extraColumns(file: string, names: readonly string[]): Notice {
  const list = nameList(names);
  return {
    code: "diagnosis/extra-columns",
    message: {
      en: `Ignored ${
        names.length === 1 ? "a column" : `${names.length} columns`
      } the model does not know: ${list.en}.`,
      zh: `已忽略模型不认识的 ${names.length} 列：${list.zh}。`,
    },
    place: { file },
  };
}
