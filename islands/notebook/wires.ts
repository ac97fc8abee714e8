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

/** Why a cell cannot be read at a port. */
export type Misfit =
  /** It does not exist. */
  | "gone"
  | "itself"
  /** It stands below the one that would read it. */
  | "below"
  /** It gives nothing at all. */
  | "nothing"
  /** It gives something else. */
  | "type";

/** A cell that a port could read, or why it cannot. */
export interface SourceChoice {
  readonly id: string;
  readonly misfit: Misfit | undefined;
  /** The types it gives. */
  readonly gives: readonly string[];
}

/** Every cell of the notebook as a source for something of `type` that the cell at `index` takes, in reading order. */
export function sourceChoices(
  { cells }: Structure,
  kinds: ReadonlyMap<string, Kind>,
  index: number,
  type: string,
): SourceChoice[] {
  return cells.map(({ id, kind }, at) => {
    const known = kinds.get(kind);
    const given = [...new Set(Object.values(known?.gives ?? {}))];
    return { id, misfit: misfitOf(at - index, known && given, type), gives: given };
  });
}

/** Why the cell at `index` cannot read `source` for something of `type`; undefined where it can. */
export function misfitOfSource(
  structure: Structure,
  kinds: ReadonlyMap<string, Kind>,
  index: number,
  type: string,
  source: string,
): Misfit | undefined {
  const at = structure.cells.findIndex(({ id }) => id === source);
  if (at < 0) return "gone";
  const kind = kinds.get(structure.cells[at]?.kind ?? "");
  return misfitOf(at - index, kind && Object.values(kind.gives), type);
}

function misfitOf(
  distance: number,
  given: readonly string[] | undefined,
  type: string,
): Misfit | undefined {
  if (distance === 0) return "itself";
  // What an unknown kind gives nobody knows; its own problem says enough.
  if (given !== undefined && !given.includes(type)) return given.length === 0 ? "nothing" : "type";
  return distance > 0 ? "below" : undefined;
}

/**
 * The kinds of cells that have to stand above a new cell of `kind` at `index` for it to run, in their order: none
 * where all it reads is there. What nothing can give is left out.
 */
export function neededKinds(
  structure: Structure,
  kinds: ReadonlyMap<string, Kind>,
  kind: Kind,
  index: number,
): string[] {
  const needed: Kind[] = [];
  const add = (reader: Kind, readers: readonly Kind[]): void => {
    for (const type of missingTypes(structure, kinds, reader, index)) {
      if (needed.some((other) => gives(other, type))) continue;
      const giver = [...kinds.values()].find((other) =>
        gives(other, type) && !takes(other, type) && !readers.includes(other)
      );
      if (giver === undefined) continue;
      add(giver, [...readers, giver]);
      needed.push(giver);
    }
  };
  add(kind, [kind]);
  return needed.map((each) => each.kind);
}

function takes(kind: Kind, type: string): boolean {
  return Object.values(kind.takes).some((taken) => taken === type);
}
