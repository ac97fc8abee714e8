import pl from "nodejs-polars";
import type { DiagnosedBatch } from "../diagnosis/diagnose_rows.ts";
import { ParquetParts } from "../table/parquet_parts.ts";

/** No feature is called so while they are put in order: they bear plain names. */
const orderName = "row";

/**
 * Writes the features of diagnosed rows as the model has read them, one row for each row of the result: float32,
 * null where a value is missing, and all null where the row could not be read.
 */
export class FeatureRows implements AsyncDisposable {
  private isEmpty = true;

  private constructor(
    private readonly parts: ParquetParts,
    private readonly features: readonly string[],
  ) {}

  /** @throws {HealerError} `table/not-writable`, `file/not-writable` */
  static async create(path: string, features: readonly string[]): Promise<FeatureRows> {
    return new FeatureRows(await ParquetParts.create(path, "lz4"), features);
  }

  /** @throws {HealerError} `table/not-writable` */
  async write({ batch: { rows }, features, frameRows }: DiagnosedBatch): Promise<void> {
    await this.append(rows === features.height ? features : withUnread(features, frameRows, rows));
  }

  /** Makes the file appear under its name. @throws {HealerError} `table/not-writable` */
  async finish(): Promise<void> {
    if (this.isEmpty) await this.append(nulls(this.features.length, 0));
    await this.parts.finish();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.parts[Symbol.asyncDispose]();
  }

  private async append(frame: pl.DataFrame): Promise<void> {
    frame.columns = [...this.features];
    await this.parts.append(frame);
    this.isEmpty = false;
  }
}

/** The rows that could be read among those that could not, in the order of the table. */
function withUnread(read: pl.DataFrame, frameRows: Int32Array, rows: number): pl.DataFrame {
  const isRead = new Uint8Array(rows);
  for (const row of frameRows) isRead[row] = 1;
  const unread = Array.from(isRead.keys()).filter((row) => isRead[row] === 0);
  const placed = (frame: pl.DataFrame, places: readonly number[]): pl.DataFrame =>
    frame.withColumns(pl.Series(orderName, [...places], pl.Int32));
  return placed(read, Array.from(frameRows))
    .vstack(placed(nulls(read.width, unread.length), unread))
    .sort(orderName)
    .drop(orderName);
}

function nulls(width: number, rows: number): pl.DataFrame {
  const empty = new Array<null>(rows).fill(null);
  return pl.DataFrame(
    Array.from({ length: width }, (_, index) => pl.Series(`c${index}`, empty, pl.Float32)),
  );
}
