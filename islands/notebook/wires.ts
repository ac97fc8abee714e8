import type { ApiKind as Kind } from "@/web/api_schema.ts";
import type { Structure } from "./structure.ts";

/** What a port of a cell reads. */
export interface Wire {
  readonly port: string;
  /** The id of the cell; undefined where none above gives what the port takes. */
  readonly source: string | undefined;
  /** Whether the notebook names it; otherwise it is the nearest cell above. */
  readonly isNamed: boolean;
  /** The ids of the cells above that could be read, nearest first. */
  readonly candidates: readonly string[];
}

/** What each port of the cell at `index` reads, as the kernel's graph has it. */
export function wiresOf(
  { cells }: Structure,
  kinds: ReadonlyMap<string, Kind>,
  index: number,
): Wire[] {
  const cell = cells[index];
  const kind = cell && kinds.get(cell.kind);
  if (cell === undefined || kind === undefined) return [];
  const above = cells.slice(0, index).reverse();
  return Object.entries(kind.takes).map(([port, type]) => {
    const candidates = above.filter((other) => gives(kinds.get(other.kind), type))
      .map(({ id }) => id);
    const named = cell.inputs?.[port];
    return { port, source: named ?? candidates[0], isNamed: named !== undefined, candidates };
  });
}

/** The types that a new cell of that kind would miss at `index`. */
export function missingTypes(
  { cells }: Structure,
  kinds: ReadonlyMap<string, Kind>,
  kind: Kind,
  index: number,
): string[] {
  const above = cells.slice(0, index).map((cell) => kinds.get(cell.kind));
  return [...new Set(Object.values(kind.takes))]
    .filter((type) => !above.some((other) => gives(other, type)));
}

function gives(kind: Kind | undefined, type: string): boolean {
  return Object.values(kind?.gives ?? {}).some((given) => given === type);
}
