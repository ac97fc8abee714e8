import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type pl from "nodejs-polars";
import { rowGroups } from "../evaluation/group_folds.ts";
import { HealerError, inFile, type Notice } from "../problem.ts";
import type { ColumnType, TableColumn } from "../table/column_type.ts";
import { type FeatureMatrix, type Labels, takeLabels, takeRows } from "../table/feature_matrix.ts";
import { overflowNotices, toFeatureMatrix } from "../table/frame_to_matrix.ts";
import { readLabels } from "../table/labels.ts";
import { misreadColumns } from "../table/misread_columns.ts";
import type { ReadOptions } from "../table/open_table.ts";
import { readTable, type Table } from "../table/read_table.ts";
import { readingNotices } from "../table/reading_notice.ts";
import type { ColumnRole, Role, RoleOverrides } from "../table/role.ts";
import { guessRoles } from "../table/roles.ts";
import { timesOf } from "../table/time_values.ts";
import type { ModelCard } from "./model_card.ts";
import { modelProblem } from "./problems.ts";

/** A table as training wants it: the labelled rows, and where everything came from. */
export interface TrainingTable {
  readonly matrix: FeatureMatrix;
  readonly labels: Labels;
  /** Where each row stands in the table it is from, counted from 1; absent where it is simply the next. */
  readonly rowNumbers?: ArrayLike<number>;
  /** One a row where the table has a group column; null = a group of its own. */
  readonly groups: readonly (string | null)[] | null;
  /** One a row where the table has a time column; NaN = missing. */
  readonly times: Float64Array | null;
  readonly features: ModelCard["features"];
  readonly columns: ModelCard["columns"];
  /** The file's own name without its folder, and the SHA-256 of its bytes. */
  readonly source: { readonly name: string; readonly sha256: string };
  /** Rows left out because they have no label. */
  readonly unlabelled: number;
  /** Rows set aside because they could not be read. */
  readonly quarantined: number;
  readonly notices: readonly Notice[];
}

/** Where the rows of a frame come from, for the model card. */
export interface TableOrigin extends Pick<TrainingTable, "source" | "quarantined"> {
  /** The columns of the frame with their roles, in their order. */
  readonly columns: readonly (TableColumn & { readonly role: Role })[];
  /** Where each row of the frame stands in the table as people count it, from 1; absent where it is the next. */
  readonly rowNumbers?: ArrayLike<number>;
}

/** Names roles once the columns are known, by what is guessed of them. */
export type RolesOfTable = (
  columns: readonly (TableColumn & { readonly role: Role })[],
  frame: pl.DataFrame,
) => RoleOverrides;

/**
 * Reads a labelled table from a file and takes it apart by the roles of its columns.
 *
 * @throws {HealerError} where the file cannot be read, a named column is absent, or the label is no label.
 */
export async function readTrainingTable(
  path: string,
  overrides: RoleOverrides | RolesOfTable,
  options: ReadOptions,
  onProgress: (fraction: number) => void,
): Promise<TrainingTable> {
  return await inFile(path, async () => {
    const { table, roles, notices } = await readWithRoles(path, overrides, options, onProgress);
    const training = toTrainingTable(table.frame, {
      columns: withRoles(table, roles),
      source: { name: basename(path), sha256: await hashFile(path) },
      quarantined: table.badRows.length,
      rowNumbers: table.positions,
    });
    return {
      ...training,
      notices: [
        ...readingNotices(path, table.reading),
        ...notices,
        ...setAsideNotices(path, table),
        ...training.notices.map((notice) => ({ place: { file: path }, ...notice })),
      ],
    };
  });
}

/**
 * Takes a frame apart by the roles of its columns; rows without a label are left out.
 *
 * @throws {HealerError} where there is no label, the label is no label, or no feature is left.
 */
export function toTrainingTable(frame: pl.DataFrame, origin: TableOrigin): TrainingTable {
  const namesOf = (role: Role): string[] =>
    origin.columns.filter((column) => column.role === role).map(({ name }) => name);
  const [label] = namesOf("label");
  if (label === undefined) throw new HealerError(modelProblem.noLabel());
  const features = origin.columns.flatMap(({ name, type, role }) =>
    role === "feature" && (type === "number" || type === "boolean") ? [{ name, type }] : []
  );
  if (features.length === 0) throw new HealerError(modelProblem.noFeatures(undefined));

  const all = readLabels(frame, label);
  const bridged = toFeatureMatrix(frame, features.map((feature) => feature.name));
  const labelled = rowsWithout(all.unlabelled, frame.height);
  const [group] = namesOf("group");
  const allGroups = group === undefined ? null : cellsOf(frame, group);
  const groups = allGroups && Array.from(labelled, (row) => allGroups[row] ?? null);
  const time = origin.columns.find(({ role }) => role === "time");
  const allTimes = time && timesOf(frame, time);
  const labels = takeLabels(all.labels, labelled);
  return {
    matrix: takeRows(bridged.matrix, labelled),
    rowNumbers: Float64Array.from(labelled, (row) => origin.rowNumbers?.[row] ?? row + 1),
    labels: groups ? { ...labels, groups: rowGroups(groups).groupOf } : labels,
    groups,
    times: allTimes ? Float64Array.from(labelled, (row) => allTimes[row]!) : null,
    features,
    columns: {
      label,
      id: namesOf("id")[0] ?? null,
      group: group ?? null,
      time: time?.name ?? null,
      ignored: namesOf("ignored"),
    },
    source: origin.source,
    unlabelled: all.unlabelled.length,
    quarantined: origin.quarantined,
    notices: [...overflowNotices(bridged), ...unlabelledNotices(all.unlabelled.length)],
  };
}

/** Reads the table; a label, id or group that only looks like numbers is read once more, as text. */
async function readWithRoles(
  path: string,
  overrides: RoleOverrides | RolesOfTable,
  options: ReadOptions,
  onProgress: (fraction: number) => void,
): Promise<{ table: Table; roles: ReadonlyMap<string, ColumnRole>; notices: Notice[] }> {
  const table = await readTable(path, options, onProgress);
  const named = typeof overrides === "function"
    ? overrides(
      withRoles(table, guessRoles(table.columns, table.frame, {}).roles),
      table.frame,
    )
    : overrides;
  const { roles, notices } = guessRoles(table.columns, table.frame, named);
  const misread = misreadColumns(table.columns, roles, table.badRows);
  if (misread.length === 0) return { table, roles, notices: [...table.notices, ...notices] };
  const asText = misread.map((name): [string, ColumnType] => [name, "text"]);
  const types = new Map([...options.types ?? [], ...asText]);
  return await readWithRoles(path, overrides, { ...options, types }, onProgress);
}

function withRoles(
  { columns }: Table,
  roles: ReadonlyMap<string, ColumnRole>,
): (TableColumn & { readonly role: Role })[] {
  return columns.map((column) => ({
    ...column,
    role: roles.get(column.name)?.role ?? "ignored",
  }));
}

function rowsWithout(left: Int32Array, rows: number): Int32Array {
  const skipped = new Set(left);
  return Int32Array.from(Array(rows).keys()).filter((row) => !skipped.has(row));
}

function cellsOf(frame: pl.DataFrame, column: string): (string | null)[] {
  return frame.getColumn(column).toArray().map((cell: unknown) =>
    cell === null ? null : String(cell)
  );
}

function setAsideNotices(file: string, { badRows }: Table): Notice[] {
  const [first] = badRows;
  if (first === undefined) return [];
  const { line, reason } = first;
  return [{
    code: "model/rows-set-aside",
    message: {
      en: badRows.length === 1
        ? `1 row was set aside, line ${line}: ${reason.message.en}`
        : `${badRows.length} rows were set aside; the first, line ${line}: ${reason.message.en}`,
      zh: `${badRows.length} 行被隔离；首个在第 ${line} 行：${reason.message.zh}`,
    },
    place: { file },
  }];
}

function unlabelledNotices(rows: number): Notice[] {
  if (rows === 0) return [];
  return [{
    code: "model/rows-without-label",
    message: {
      en: rows === 1
        ? "1 row without a label was left out."
        : `${rows} rows without a label were left out.`,
      zh: `${rows} 行没有标签，未参与训练。`,
    },
  }];
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
