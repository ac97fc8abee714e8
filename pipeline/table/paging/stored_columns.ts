import type { TableColumn } from "../column_type.ts";
import type { ByteCache } from "./byte_cache.ts";
import type { ColumnValues } from "./column_values.ts";
import type { ParquetSource } from "./parquet_source.ts";

/** Awaited between pieces of work; throws where nobody waits for the answer any more. */
export type Turn = () => Promise<void>;

/** Rows that are fetched together, so that the next page is there already. */
export const blockRows = 4096;

/** Columns that are read at a time: between them others have their turn. */
const columnsAtOnce = 4;

/** The columns of one file, read when they are needed and kept while there is room. */
export class StoredColumns {
  constructor(
    private readonly path: string,
    private readonly source: ParquetSource,
    private readonly cache: ByteCache<ColumnValues>,
  ) {}

  /** A whole column. */
  async whole(name: string, turn: Turn): Promise<ColumnValues> {
    const [values] = await this.wholes([name], turn);
    if (values === undefined) throw new TypeError(`The column "${name}" was not read.`);
    return values;
  }

  /** Some columns of a block of rows of the file. */
  async fileBlock(
    block: number,
    columns: readonly TableColumn[],
    turn: Turn,
  ): Promise<readonly ColumnValues[]> {
    return await this.kept([this.path, block], columns.map(({ name }) => name), async (names) => {
      const values = await this.source.read(names, block * blockRows, blockRows);
      await turn();
      return values;
    });
  }

  /** Some columns of a block of chosen rows. @param key Names the choice. @param rows Those of the block. */
  async chosenBlock(
    key: string,
    block: number,
    rows: Uint32Array,
    columns: readonly TableColumn[],
    turn: Turn,
  ): Promise<readonly ColumnValues[]> {
    return await this.kept([key, block], columns.map(({ name }) => name), async (names) => {
      const chosen: ColumnValues[] = [];
      for (let start = 0; start < names.length; start += columnsAtOnce) {
        const values = await this.wholes(names.slice(start, start + columnsAtOnce), turn);
        chosen.push(...values.map((each) => each.gather(rows)));
      }
      return chosen;
    });
  }

  private async wholes(names: readonly string[], turn: Turn): Promise<readonly ColumnValues[]> {
    return await this.kept([this.path], names, async (missing) => {
      const values = await this.source.read(missing);
      await turn();
      return values;
    });
  }

  /** What is kept under `prefix` for each of `names`; the others are read. */
  private async kept(
    prefix: readonly (string | number)[],
    names: readonly string[],
    read: (names: readonly string[]) => Promise<readonly ColumnValues[]>,
  ): Promise<readonly ColumnValues[]> {
    const keyOf = (name: string): string => JSON.stringify([...prefix, name]);
    const found = new Map<string, ColumnValues>();
    for (const name of names) {
      const values = this.cache.get(keyOf(name));
      if (values !== undefined) found.set(name, values);
    }
    const missing = [...new Set(names)].filter((name) => !found.has(name));
    if (missing.length > 0) {
      const values = await read(missing);
      values.forEach((each, index) => {
        const name = missing[index] ?? "";
        found.set(name, each);
        this.cache.set(keyOf(name), each);
      });
    }
    return names.flatMap((name) => found.get(name) ?? []);
  }
}
