import { HealerError } from "../../problem.ts";
import type { TableColumn } from "../column_type.ts";
import { ByteCache } from "./byte_cache.ts";
import { summaryOf } from "./column_summary.ts";
import type { ColumnValues } from "./column_values.ts";
import { ParquetSource } from "./parquet_source.ts";
import { chooseRows, type KeptRows, type RowChoice } from "./row_choices.ts";
import { blockRows, StoredColumns, type Turn } from "./stored_columns.ts";
import type { ColumnSummary, PageCell, PageRequest, TablePage } from "./table_page.ts";
import { pagingProblem } from "./table_problems.ts";

/** Of how many files what they say of themselves is kept. */
const openFiles = 8;

/** So many cells a page has at most: a page is held in memory several times on its way. */
const mostCells = 1_000_000;

interface OpenTable {
  readonly source: ParquetSource;
  readonly stored: StoredColumns;
  readonly byName: ReadonlyMap<string, TableColumn>;
  readonly summaries: Map<string, ColumnSummary>;
}

/**
 * Answers requests for rows of Parquet files, whose content never changes under a path. Columns are read when
 * they are needed and kept while there is room, and so are the row numbers of a query: the first page takes
 * its time, the next ones do not.
 */
export class TableReader {
  private readonly tables = new Map<string, OpenTable>();
  private readonly columns: ByteCache<ColumnValues>;
  private readonly choices: ByteCache<KeptRows>;

  /** @param bytes How much memory may be kept. */
  constructor(bytes: number) {
    this.columns = new ByteCache(bytes * 0.75);
    this.choices = new ByteCache(bytes * 0.25);
  }

  /**
   * Some rows of a file.
   *
   * @throws {HealerError} `table/no-such-column`, `table/filter-not-a-number`, `table/page-too-large`
   */
  async page(path: string, request: PageRequest, turn: Turn): Promise<TablePage> {
    const table = this.open(path);
    const { source, stored } = table;
    const { sort = [], filter = [] } = request;
    for (const { column } of [...sort, ...filter]) columnOf(table, column);
    const columns = request.columns?.map((name) => columnOf(table, name)) ?? source.columns;
    if (columns.length * request.limit > mostCells) {
      throw new HealerError(pagingProblem.tooLarge(columns.length, request.limit, mostCells));
    }
    const all = { path, count: source.rows, columns: source.columns, stored, cache: this.choices };
    const choice = await chooseRows(all, request, turn);
    const rows = choice?.rows.length ?? source.rows;
    const end = Math.min(rows, request.offset + request.limit);
    const rowNumbers: number[] = [];
    const cells: PageCell[][] = [];
    for (let row = request.offset; row < end;) {
      const block = Math.floor(row / blockRows);
      const first = block * blockRows;
      const values = await blockOf(stored, choice, block, columns, turn);
      for (; row < end && row < first + blockRows; row++) {
        rowNumbers.push(choice?.rows[row] ?? row);
        cells.push(values.map((each) => each.cell(row - first)));
      }
    }
    return { rows, allRows: source.rows, columns, rowNumbers, cells };
  }

  /**
   * What columns of a file hold, in short.
   *
   * @throws {HealerError} `table/no-such-column`
   */
  async summary(path: string, names: readonly string[], turn: Turn): Promise<ColumnSummary[]> {
    const table = this.open(path);
    const { stored, summaries } = table;
    const wanted = names.map((name) => columnOf(table, name));
    const found: ColumnSummary[] = [];
    for (const column of wanted) {
      const summary = summaries.get(column.name) ??
        summaryOf(column, await stored.whole(column.name, turn));
      summaries.set(column.name, summary);
      found.push(summary);
    }
    return found;
  }

  private open(path: string): OpenTable {
    const table = this.tables.get(path) ?? this.newTable(path);
    this.tables.delete(path);
    this.tables.set(path, table);
    for (const oldest of this.tables.keys()) {
      if (this.tables.size <= openFiles) break;
      this.tables.delete(oldest);
    }
    return table;
  }

  private newTable(path: string): OpenTable {
    const source = ParquetSource.open(path);
    const stored = new StoredColumns(path, source, this.columns);
    const byName = new Map(source.columns.map((column) => [column.name, column]));
    return { source, stored, byName, summaries: new Map() };
  }
}

async function blockOf(
  stored: StoredColumns,
  choice: RowChoice | undefined,
  block: number,
  columns: readonly TableColumn[],
  turn: Turn,
): Promise<readonly ColumnValues[]> {
  if (choice === undefined) return await stored.fileBlock(block, columns, turn);
  const rows = choice.rows.subarray(block * blockRows, (block + 1) * blockRows);
  return await stored.chosenBlock(choice.key, block, rows, columns, turn);
}

/** @throws {HealerError} `table/no-such-column` */
function columnOf({ byName }: OpenTable, name: string): TableColumn {
  const column = byName.get(name);
  if (column !== undefined) return column;
  throw new HealerError(pagingProblem.noSuchColumn(name, [...byName.keys()]));
}
