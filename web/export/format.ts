import type { Text } from "@/pipeline/problem.ts";
import type { ExportSource } from "./export_source.ts";

/** A form in which a notebook can be taken away. One file a format, one line in `formats.ts`. */
export interface ExportFormat {
  /** What it is asked for by: `--as name`, `?as=name`. */
  readonly name: string;
  readonly title: Text;
  /** Of the file's name, with its dot. */
  readonly ending: string;
  readonly media: string;
  /**
   * The cells that must have run before, besides what they read; all of them where this is left out. What is
   * wrong with a cell is told by `make`.
   */
  needs?(source: Pick<ExportSource, "notebook" | "kinds" | "cell">): readonly string[];
  /** @throws {HealerError} where the notebook cannot be put into this form, with the cell that is in the way */
  make(source: ExportSource): Promise<string | Uint8Array<ArrayBuffer>>;
}
