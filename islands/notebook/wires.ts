import { isOptional, takenTypes, takesValue } from "@/pipeline/cells/port.ts";
import type { PortType, ValueType } from "@/pipeline/cells/value.ts";
import type { ApiKind as Kind } from "@/web/api_schema.ts";
import type { Structure } from "./structure.ts";

/** What a port of a cell reads. */
export interface Wire {
  readonly port: string;
  /** What the port takes. */
  readonly type: PortType;
  /** Whether it stays empty unless the notebook names a cell. */
  readonly isOptional: boolean;
  /** The id of the cell; undefined where nothing is read. */
  readonly source: string | undefined;
  /** Whether the notebook names it. */
  readonly isNamed: boolean;
  /** The id of the cell that is read where none is named: the nearest one above, if any. */
  readonly unnamed: string | undefined;
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
    const unnamed = isOptional(kind, port) ? undefined : nearest(above, kinds, type);
    return {
      port,
      type,
      isOptional: isOptional(kind, port),
      source: named ?? unnamed,
      isNamed: named !== undefined,
      unnamed,
      candidates,
    };
  });
}

/** The id of the first of `cells` that gives what a port takes best. */
function nearest(
  cells: Structure["cells"],
  kinds: ReadonlyMap<string, Kind>,
  type: PortType,
): string | undefined {
  for (const group of takenTypes(type)) {
    const found = cells.find(({ kind }) =>
      Object.values(kinds.get(kind)?.gives ?? {}).some((given) => group.includes(given))
    );
    if (found !== undefined) return found.id;
  }
  return undefined;
}

/** The types that a new cell of that kind would miss at `index`. */
export function missingTypes(
  { cells }: Structure,
  kinds: ReadonlyMap<string, Kind>,
  kind: Kind,
  index: number,
): PortType[] {
  const above = cells.slice(0, index).map((cell) => kinds.get(cell.kind));
  const needed = Object.entries(kind.takes).filter(([port]) => !isOptional(kind, port));
  return [...new Set(needed.map(([, type]) => type))]
    .filter((type) => !above.some((other) => gives(other, type)));
}

function gives(kind: Kind | undefined, type: PortType): boolean {
  return Object.values(kind?.gives ?? {}).some((given) => takesValue(type, given));
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
  readonly gives: readonly ValueType[];
}

/** Every cell of the notebook as a source for something of `type` that the cell at `index` takes, in reading order. */
export function sourceChoices(
  { cells }: Structure,
  kinds: ReadonlyMap<string, Kind>,
  index: number,
  type: PortType,
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
  type: PortType,
  source: string,
): Misfit | undefined {
  const at = structure.cells.findIndex(({ id }) => id === source);
  if (at < 0) return "gone";
  const kind = kinds.get(structure.cells[at]?.kind ?? "");
  return misfitOf(at - index, kind && Object.values(kind.gives), type);
}

function misfitOf(
  distance: number,
  given: readonly ValueType[] | undefined,
  type: PortType,
): Misfit | undefined {
  if (distance === 0) return "itself";
  // What an unknown kind gives nobody knows; its own problem says enough.
  if (given !== undefined && !given.some((each) => takesValue(type, each))) {
    return given.length === 0 ? "nothing" : "type";
  }
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

function takes(kind: Kind, type: PortType): boolean {
  return Object.values(kind.takes).some((taken) => taken === type);
}
