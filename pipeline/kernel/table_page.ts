import pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import type { ColumnType } from "../table/column_type.ts";
import type { PageCell, TablePage, TablePageRequest } from "./executor.ts";
import { firstLine, kernelProblem } from "./kernel_problems.ts";

/**
 * Some rows of a Parquet file, sorted by a column where that is wanted: holes come last, and rows that are
 * equal there stay in the file's order.
 *
 * @param path Where the file lies.
 * @throws {HealerError} `kernel/no-such-column`, `kernel/unreadable-table`
 */
export async function readTablePage(
  path: string,
  { offset, limit, sort }: Omit<TablePageRequest, "file">,
): Promise<TablePage> {
  try {
    const file = pl.scanParquet(path, { glob: false, hivePartitioning: false });
    const names = file.limit(0).collectSync().columns;
    if (sort !== undefined && !names.includes(sort.column)) {
      throw new HealerError(kernelProblem.noSuchColumn(sort.column, names));
    }
    const sorted = sort === undefined
      ? file
      : file.sort(pl.col(sort.column), sort.descending, true, true);
    const [page, count] = await Promise.all([
      sorted.slice(offset, limit).collect(),
      file.select(pl.len()).collect(),
    ]);
    const columns = page.columns.map((name, index) => {
      const series = page.toSeries(index);
      return { name, type: columnType(series.dtype), cells: series.toArray().map(toPageCell) };
    });
    return {
      rows: Number(count.toSeries(0).get(0)),
      columns: columns.map(({ name, type }) => ({ name, type })),
      cells: Array.from(
        { length: page.height },
        (_, row) => columns.map(({ cells }) => cells[row] ?? null),
      ),
    };
  } catch (cause) {
    if (cause instanceof HealerError) throw cause;
    throw new HealerError(kernelProblem.unreadableTable(firstLine(cause)), { cause });
  }
}

function columnType({ variant }: pl.DataType): ColumnType {
  if (/^(Bool|Boolean)$/.test(variant)) return "boolean";
  if (/^(Date|Datetime|Time)$/.test(variant)) return "time";
  return /^(U?Int\d+|Float\d+|Decimal)$/.test(variant) ? "number" : "text";
}

function toPageCell(value: unknown): PageCell {
  switch (typeof value) {
    case "number":
      return Number.isNaN(value) ? null : Number.isFinite(value) ? value : String(value);
    case "bigint":
      return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    case "string":
    case "boolean":
      return value;
    case "object":
      return value instanceof Date
        ? value.toISOString()
        : value === null
        ? null
        : JSON.stringify(value);
    default:
      return value === undefined ? null : String(value);
  }
}
