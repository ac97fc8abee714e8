import { basename, dirname, join } from "node:path";
import pl from "nodejs-polars";
import { checkReplaceable } from "../atomic_file.ts";
import { HealerError } from "../problem.ts";
import { polarsDetail } from "./polars_detail.ts";
import { tableProblem } from "./problems.ts";

/** About how many bytes of values a row group holds: what a reader of the file has in memory at a time. */
const rowGroupBytes = 32 * 2 ** 20;

/** About how many bytes of frames are held in memory before they become a part: most tables never need one. */
const heldBytes = 48 * 2 ** 20;

/** How the values of a file are packed: zstd makes the smallest files, lz4 takes half the time. */
export type ParquetCompression = "zstd" | "lz4";

/**
 * A Parquet file that grows frame by frame in bounded memory: frames are held until there are many of them, then
 * become a part in a temporary folder beside the target; all are streamed into one file that is renamed to the
 * target. Disposed unfinished, it leaves nothing behind and what stood under that name before as it was.
 */
export class ParquetParts implements AsyncDisposable {
  private readonly parts: string[] = [];
  private held: pl.DataFrame[] = [];
  private bytes = 0;
  private width = 0;

  private constructor(
    private readonly target: string,
    private readonly folder: string,
    private readonly compression: ParquetCompression,
  ) {}

  /** @throws {HealerError} `table/not-writable`, `file/not-writable` */
  static async create(
    target: string,
    compression: ParquetCompression = "zstd",
  ): Promise<ParquetParts> {
    await checkReplaceable(target);
    return await writing(target, async () => {
      const folder = join(
        dirname(target),
        `.${basename(target).slice(0, 100)}.${crypto.randomUUID()}`,
      );
      await Deno.mkdir(folder);
      return new ParquetParts(target, await Deno.realPath(folder), compression);
    });
  }

  /**
   * Adds the rows of `frame`; all frames have the same columns.
   *
   * @throws {HealerError} `table/not-writable`
   */
  async append(frame: pl.DataFrame): Promise<void> {
    const bytes = frameBytes(frame);
    if (this.bytes + bytes > heldBytes) await this.release();
    this.held.push(frame);
    this.bytes += bytes;
    this.width = frame.width;
  }

  /**
   * Makes the file appear under its name; at least one frame has been added.
   *
   * @throws {HealerError} `table/not-writable`
   */
  async finish(): Promise<void> {
    await writing(this.target, async () => {
      const whole = join(this.folder, "whole");
      const scans = [
        ...this.parts.map((part) => pl.scanParquet(part, { glob: false, hivePartitioning: false })),
        ...this.held.map((frame) => frame.lazy()),
      ];
      const rowGroupSize = Math.max(1000, Math.floor(rowGroupBytes / (8 * this.width)));
      const { compression } = this;
      const options = { rowGroupSize, maintainOrder: true, compression };
      await pl.concat(scans).sinkParquet(whole, options).collect();
      await Deno.rename(whole, this.target);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.held = [];
    await Deno.remove(this.folder, { recursive: true });
  }

  /** Makes a part of the frames that are held. */
  private async release(): Promise<void> {
    if (this.held.length === 0) return;
    const part = join(this.folder, `${this.parts.length}.parquet`);
    const frame = this.held.length === 1 ? this.held[0]! : pl.concat(this.held);
    await writing(this.target, () => frame.writeParquet(part, { compression: "lz4" }));
    this.parts.push(part);
    this.held = [];
    this.bytes = 0;
  }
}

/** About how much memory the values of a frame take. */
function frameBytes({ height, dtypes }: pl.DataFrame): number {
  return height * dtypes.reduce((sum, { variant }) => sum + (variant === "Float32" ? 4 : 8), 0);
}

/** Runs what writes to `target` or beside it. */
async function writing<Result>(
  target: string,
  write: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (cause) {
    const detail = polarsDetail(cause) ?? "the disk failed";
    throw new HealerError(tableProblem.notWritable(target, detail), { cause });
  }
}
