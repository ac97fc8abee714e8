import type { ApiKind as Kind } from "@/web/api_schema.ts";
import type { Structure } from "./structure.ts";
import { misfitOfSource, wiresOf } from "./wires.ts";

/** A wire that a move changes. */
export interface MovedWire {
  /** The cell that reads. */
  readonly cell: string;
  readonly port: string;
  readonly before: string | undefined;
  /** What it would read; undefined where nothing is left to read. */
  readonly after: string | undefined;
  /** Whether it names a cell that it could no longer read. */
  readonly isBroken: boolean;
}

/** The structure after the cell at `from` went to the place `to`, counted without it. */
export function movedStructure({ cells }: Structure, from: number, to: number): Structure {
  const cell = cells[from];
  return cell === undefined
    ? { cells }
    : { cells: cells.toSpliced(from, 1).toSpliced(to, 0, cell) };
}

/** What reads something else, or nothing any more, once the cell at `from` stands at `to`. */
export function movedWires(
  structure: Structure,
  kinds: ReadonlyMap<string, Kind>,
  from: number,
  to: number,
): MovedWire[] {
  const moved = movedStructure(structure, from, to);
  return structure.cells.flatMap(({ id }, index) => {
    const at = moved.cells.findIndex((cell) => cell.id === id);
    const after = new Map(wiresOf(moved, kinds, at).map((wire) => [wire.port, wire]));
    return wiresOf(structure, kinds, index).flatMap(({ port, type, source }) => {
      const next = after.get(port);
      const misfit = next?.isNamed && next.source !== undefined
        ? misfitOfSource(moved, kinds, at, type, next.source)
        : undefined;
      const wasBroken = source !== undefined &&
        misfitOfSource(structure, kinds, index, type, source) !== undefined;
      const isBroken = misfit !== undefined && !wasBroken;
      if (next?.source === source && !isBroken) return [];
      return [{ cell: id, port, before: source, after: next?.source, isBroken }];
    });
  });
}
