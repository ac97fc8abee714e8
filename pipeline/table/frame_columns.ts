import type pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import { roleProblem } from "./role_problems.ts";

/**
 * The columns of a frame by name. Polars' own `getColumn` and `toSeries` go through all columns at every
 * call, which makes thousands of columns slow.
 */
export class FrameColumns {
  private readonly names: readonly string[];
  private readonly series: readonly pl.Series[];
  private readonly indices: ReadonlyMap<string, number>;

  constructor(frame: pl.DataFrame) {
    this.names = frame.columns;
    this.series = frame.getColumns();
    this.indices = new Map(this.names.map((name, index) => [name, index]));
  }

  /**
   * The column `name`; `param` names the setting that asked for it.
   *
   * @throws {HealerError} `role/absent-column`
   */
  get(name: string, param?: string): pl.Series {
    const series = this.series[this.indices.get(name) ?? -1];
    if (series !== undefined) return series;
    throw new HealerError(roleProblem.absentColumn(name, this.names, param));
  }

  /** Where the column `name` stands, counted from 1; 0 where it is absent. */
  position(name: string): number {
    return (this.indices.get(name) ?? -1) + 1;
  }
}
