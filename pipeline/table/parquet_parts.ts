import { basename, dirname, join } from "node:path";
import pl from "nodejs-polars";
import { checkReplaceable } from "../atomic_file.ts";
import { HealerError } from "../problem.ts";
import { polarsDetail } from "./polars_detail.ts";
import { tableProblem } from "./problems.ts";

/** About how many bytes of values a row group holds: what a reader of the file has in memory at a time. */
const rowGroupBytes = 32 * 2 ** 20;

/**
 * A Parquet file that grows frame by frame in bounded memory: every frame becomes a part in a temporary folder
 * beside the target, and the parts are streamed into one file that is renamed to the target. Disposed
 * unfinished, it leaves nothing behind and what stood under that name before as it was.
 */
export class ParquetParts implements AsyncDisposable {
  private readonly parts: string[] = [];
  private width = 0;

  private constructor(private readonly target: string, private readonly folder: string) {}

  /** @throws {HealerError} `table/not-writable`, `file/not-writable` */
  static async create(target: string): Promise<ParquetParts> {
    await checkReplaceable(target);
    return await writing(target, async () => {
      const folder = join(
        dirname(target),
        `.${basename(target).slice(0, 100)}.${crypto.randomUUID()}`,
      );
      await Deno.mkdir(folder);
      return new ParquetParts(target, await Deno.realPath(folder));
    });
  }

  /**
   * Adds the rows of `frame`; all frames have the same columns.
   *
   * @throws {HealerError} `table/not-writable`
   */
  async append(frame: pl.DataFrame): Promise<void> {
    const part = join(this.folder, `${this.parts.length}.parquet`);
    await writing(this.target, () => frame.writeParquet(part, { compression: "lz4" }));
    this.parts.push(part);
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
      const scans = this.parts.map((part) =>
        pl.scanParquet(part, { glob: false, hivePartitioning: false })
      );
      const rowGroupSize = Math.max(1000, Math.floor(rowGroupBytes / (8 * this.width)));
      await pl.concat(scans).sinkParquet(whole, { rowGroupSize, maintainOrder: true }).collect();
      await Deno.rename(whole, this.target);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Deno.remove(this.folder, { recursive: true });
  }
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
