import { HealerError, type Notice } from "../problem.ts";
import { nameList } from "../name_list.ts";
import type { ModelCard } from "../model/model_card.ts";
import { modelProblem } from "../model/problems.ts";
import type { ColumnType } from "../table/column_type.ts";
import {
  openTable,
  type Reading,
  type ReadOptions,
  type TableSource,
} from "../table/open_table.ts";
import { readingNotices } from "../table/reading_notice.ts";

/** The first batch is small, so that its rows are diagnosed before others are read. */
const firstRows = 1000;

/** A table that fits a model, opened for reading row by row. */
export interface RowsForModel {
  readonly source: TableSource;
  /** The column whose cells name the rows, or null: rows are numbered from 1. */
  readonly idColumn: string | null;
  readonly notices: readonly Notice[];
}

type Dialect = Pick<ReadOptions, "encoding" | "delimiter" | "quote" | "decimal" | "header">;

/** What the caller may say about the table beyond what the model knows. */
export interface RowsOptions extends Dialect {
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
  const { id, textColumns = [], ...given } = options;
  const features = card.features.map((feature) => feature.name);
  const guessed = await openWithHeader(path, features, given);
  const { columns, reading } = guessed;
  const present = new Set(columns.map((column) => column.name));
  const missing = features.filter((name) => !present.has(name));
  if (missing.length > 0) {
    throw new HealerError(modelProblem.missingFeatures(path, missing, card.features.length));
  }
  const idColumn = id ?? card.columns.id;
  for (const name of [...(id === undefined ? [] : [id]), ...textColumns]) {
    if (!present.has(name)) {
      throw new HealerError(modelProblem.missingColumn(path, name, [...present]));
    }
  }
  const natural = new Map(columns.map(({ name, type }) => [name, type]));
  const types = new Map<string, ColumnType>(columns.map((column) => [column.name, "text"]));
  for (const { name, type } of card.features) {
    // Booleans become 0 and 1, so "true" and "false" may stand where training saw 1 and 0.
    types.set(name, natural.get(name) === "boolean" ? "boolean" : type);
  }
  const source = await openTable(path, {
    ...knownReading(reading),
    types,
    badCells: "hole",
    firstRows,
  });
  const known = new Set([
    ...features,
    ...Object.values(card.columns).flat(),
    ...textColumns,
    idColumn,
  ]);
  const extra = [...present].filter((name) => !known.has(name));
  return {
    source,
    idColumn: idColumn !== null && present.has(idColumn) ? idColumn : null,
    notices: [
      ...readingNotices(path, reading),
      ...source.notices,
      ...(extra.length === 0 ? [] : [extraColumns(path, extra)]),
    ],
  };
}

/**
 * A first look at the table. Column names that are all numbers are taken for a row of data; where that hides
 * features, the first line is the header after all.
 */
async function openWithHeader(
  path: string,
  features: readonly string[],
  dialect: Dialect,
): Promise<TableSource> {
  const guessed = await openTable(path, dialect);
  const hasAll = ({ columns }: TableSource): boolean => {
    const names = new Set(columns.map((column) => column.name));
    return features.every((name) => names.has(name));
  };
  const { header } = guessed.reading;
  if (header?.guessed && !header.value && !hasAll(guessed)) {
    const second = await openTable(path, { ...dialect, header: true });
    if (hasAll(second)) return second;
  }
  return guessed;
}

/** What has been found out about a file, so that nobody has to guess again. */
function knownReading(
  { format, encoding, delimiter, quote, decimal, header }: Reading,
): ReadOptions {
  return {
    format: format.value,
    ...(encoding && { encoding: encoding.value }),
    ...(delimiter && { delimiter: delimiter.value }),
    ...(quote && { quote: quote.value }),
    ...(decimal && { decimal: decimal.value }),
    ...(header && { header: header.value }),
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
