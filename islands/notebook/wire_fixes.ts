import type { PortType } from "@/pipeline/cells/value.ts";
import type { ApiKind as Kind } from "@/web/api_schema.ts";
import type { Structure } from "./structure.ts";
import { type Misfit, misfitOfSource, neededKinds, wiresOf } from "./wires.ts";

/** A way out of a wrong wire. */
export type WireFix =
  /** Read the nearest cell above that gives what is needed. */
  | { readonly fix: "read"; readonly port: string; readonly source: string }
  /** Bring the cell that is read above the one that reads it. */
  | { readonly fix: "move"; readonly cell: string; readonly by: number }
  /** Add cells above that give what is needed, and read those. */
  | { readonly fix: "add"; readonly port: string; readonly kinds: readonly string[] }
  /** Take away an input that cells of this kind do not have, or do not need. */
  | { readonly fix: "drop"; readonly port: string };

/** What is wrong with an input of a cell, and the ways out, the best first. */
export interface WrongWire {
  readonly port: string;
  /** What the port takes; undefined where there is no such port. */
  readonly type: PortType | undefined;
  /** The cell that is named; undefined where the port is left to the nearest one, and there is none. */
  readonly source: string | undefined;
  readonly misfit: Misfit | undefined;
  readonly fixes: readonly WireFix[];
}

/** The inputs of the cell at `index` that cannot be read. */
export function wrongWires(
  structure: Structure,
  kinds: ReadonlyMap<string, Kind>,
  index: number,
): WrongWire[] {
  const cell = structure.cells[index];
  const kind = cell && kinds.get(cell.kind);
  if (cell === undefined || kind === undefined) return [];
  const unknown = Object.entries(cell.inputs ?? {})
    .filter(([port]) => !Object.hasOwn(kind.takes, port))
    .map(([port, source]): WrongWire => {
      const fixes: WireFix[] = [{ fix: "drop", port }];
      return { port, type: undefined, source, misfit: undefined, fixes };
    });
  const wrong = wiresOf(structure, kinds, index).flatMap((wire): WrongWire[] => {
    const { port, type, source, isNamed, unnamed } = wire;
    const named = isNamed ? source : undefined;
    const misfit = named && misfitOfSource(structure, kinds, index, type, named);
    if (source === undefined ? wire.isOptional : !misfit) return [];
    const fixes: WireFix[] = [];
    if (unnamed !== undefined) fixes.push({ fix: "read", port, source: unnamed });
    if (wire.isOptional) fixes.push({ fix: "drop", port });
    if (misfit === "below" && named !== undefined) {
      const at = structure.cells.findIndex(({ id }) => id === named);
      fixes.push({ fix: "move", cell: named, by: index - at });
    }
    if (unnamed === undefined && !wire.isOptional) {
      const needed = neededKinds(structure, kinds, kind, index);
      if (needed.length > 0) fixes.push({ fix: "add", port, kinds: needed });
    }
    return [{ port, type, source: named, misfit: misfit || undefined, fixes }];
  });
  return [...unknown, ...wrong];
}
