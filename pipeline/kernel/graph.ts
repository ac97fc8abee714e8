import type { CellKind } from "../cells/cell_kind.ts";
import { isOptional, takenTypes } from "../cells/port.ts";
import type { PortType, ValueType } from "../cells/value.ts";
import type { Problem } from "../problem.ts";
import { graphProblem } from "./graph_problems.ts";
import type { Notebook, NotebookCell } from "./notebook.ts";
import { resolveCell, type ResolvedCell } from "./resolve_cell.ts";

/** Where a value comes from. */
export interface Source {
  readonly cell: string;
  readonly port: string;
}

/** A cell and what it reads. */
export interface GraphCell extends ResolvedCell {
  /** Port → the source that is read there; a port whose wire is wrong is missing. */
  readonly wires: ReadonlyMap<string, Source>;
}

/** The cells of a notebook in reading order; since wires lead downwards only, each stands behind all it reads. */
export type NotebookGraph = ReadonlyMap<string, GraphCell>;

/**
 * Connects the cells: an input that is named reads that cell, any other the nearest cell above that gives
 * what the port takes, or nothing where it is optional. What is wrong with a cell's wires is a problem of that cell; the others keep theirs.
 */
export function buildGraph(
  notebook: Notebook,
  kinds: ReadonlyMap<string, CellKind>,
): NotebookGraph {
  const resolved = notebook.cells.map((cell) => resolveCell(cell, kinds));
  const wiring = new Wiring(notebook, resolved);
  return new Map(
    notebook.cells.map((cell, index) => {
      const own = resolved[index] ?? resolveCell(cell, kinds);
      const { wires, problem } = wiring.wiresOf(cell, own.kind, index);
      return [cell.id, { ...own, wires, problem: own.problem ?? problem }];
    }),
  );
}

/** All cells that read from one of `ids`, directly or through others; without `ids` themselves. */
export function descendants(graph: NotebookGraph, ids: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const [id, { wires }] of graph) {
    const reads = [...wires.values()].some(({ cell }) => ids.has(cell) || found.has(cell));
    if (reads && !ids.has(id)) found.add(id);
  }
  return found;
}

/** All cells that one of `ids` reads from, directly or through others; without `ids` themselves. */
export function ancestors(graph: NotebookGraph, ids: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const [id, { wires }] of [...graph].reverse()) {
    if (!ids.has(id) && !found.has(id)) continue;
    for (const { cell } of wires.values()) if (!ids.has(cell)) found.add(cell);
  }
  return found;
}

interface CellWires {
  readonly wires: ReadonlyMap<string, Source>;
  readonly problem: Problem | undefined;
}

class Wiring {
  /** Id → where the cell stands, from 0. */
  private readonly positions: ReadonlyMap<string, number>;

  constructor(
    private readonly notebook: Notebook,
    private readonly resolved: readonly ResolvedCell[],
  ) {
    this.positions = new Map(notebook.cells.map(({ id }, index) => [id, index]));
  }

  wiresOf(cell: NotebookCell, kind: CellKind | undefined, index: number): CellWires {
    const wires = new Map<string, Source>();
    if (kind === undefined) return { wires, problem: undefined };
    let problem = this.unknownPort(cell, kind);
    for (const [port, type] of Object.entries(kind.takes)) {
      const named = Object.hasOwn(cell.inputs ?? {}, port) ? cell.inputs?.[port] : undefined;
      if (named === undefined && isOptional(kind, port)) continue;
      const source = named === undefined
        ? this.nearest(type, index, port)
        : this.named(cell, port, type, named, index);
      if (source === undefined) {
        problem ??= graphProblem.missingInput({ cell: cell.id, port, type });
      } else if ("code" in source) problem ??= source;
      else wires.set(port, source);
    }
    return { wires, problem };
  }

  private unknownPort(cell: NotebookCell, kind: CellKind): Problem | undefined {
    const ports = Object.keys(kind.takes);
    const unknown = Object.keys(cell.inputs ?? {}).find((port) => !ports.includes(port));
    return unknown === undefined
      ? undefined
      : graphProblem.unknownPort(cell.id, kind.kind, unknown, ports);
  }

  private named(
    cell: NotebookCell,
    port: string,
    type: PortType,
    wanted: string,
    index: number,
  ): Source | Problem {
    const input = { cell: cell.id, port, type };
    const position = this.positions.get(wanted);
    const instead = this.nearest(type, index, port)?.cell;
    if (position === undefined) return graphProblem.missingCell(input, wanted, instead);
    if (position >= index) {
      const cycle = this.cycleFrom(index, position);
      return cycle === undefined
        ? graphProblem.readsBelow(input, wanted, instead)
        : graphProblem.cycle(input, cycle, instead);
    }
    const kind = this.resolved[position]?.kind;
    // What an unknown kind gives nobody knows: its own problem says enough.
    if (kind === undefined) return { cell: wanted, port };
    const given = portOf(kind, type, port);
    if (given !== undefined) return { cell: wanted, port: given };
    return graphProblem.wrongType(input, wanted, Object.values(kind.gives), instead);
  }

  /** The nearest cell above `index` that gives what a port of `type` takes best. */
  private nearest(type: PortType, index: number, port: string): Source | undefined {
    for (const group of takenTypes(type)) {
      for (let above = index - 1; above >= 0; above--) {
        const { id, kind } = this.resolved[above] ?? {};
        const given = kind === undefined ? undefined : portGiving(kind, group, port);
        if (id !== undefined && given !== undefined) return { cell: id, port: given };
      }
    }
    return undefined;
  }

  /** The ids on a way along inputs from the cell at `start` through the one at `next` back to `start`. */
  private cycleFrom(start: number, next: number): string[] | undefined {
    const readBy = new Map([[next, start]]);
    const open = [next];
    for (let at = open.pop(); at !== undefined && !readBy.has(start); at = open.pop()) {
      for (const source of this.sourcesOf(at)) {
        if (readBy.has(source)) continue;
        readBy.set(source, at);
        open.push(source);
      }
    }
    if (start !== next && !readBy.has(start)) return undefined;
    const way = [start];
    for (let at = readBy.get(start); at !== undefined; at = readBy.get(at)) {
      way.unshift(at);
      if (at === start) break;
    }
    return way.flatMap((index) => this.notebook.cells[index]?.id ?? []);
  }

  /** Where the cells stand that the one at `index` reads, if it had its way. */
  private sourcesOf(index: number): number[] {
    const inputs = this.notebook.cells[index]?.inputs ?? {};
    const kind = this.resolved[index]?.kind;
    const ids = [
      ...Object.values(inputs),
      ...Object.entries(kind?.takes ?? {}).flatMap(([port, type]) =>
        Object.hasOwn(inputs, port) || isOptional(kind ?? {}, port)
          ? []
          : this.nearest(type, index, port)?.cell ?? []
      ),
    ];
    return ids.flatMap((id) => this.positions.get(id) ?? []);
  }
}

/** The port under which `kind` gives what a port of `type` takes. */
function portOf(kind: CellKind, type: PortType, name: string): string | undefined {
  for (const group of takenTypes(type)) {
    const given = portGiving(kind, group, name);
    if (given !== undefined) return given;
  }
  return undefined;
}

/** The port under which `kind` gives one of `types`: the one of the same name, else the first. */
function portGiving(
  { gives }: CellKind,
  types: readonly ValueType[],
  name: string,
): string | undefined {
  const own = Object.hasOwn(gives, name) ? gives[name] : undefined;
  if (own !== undefined && types.includes(own)) return name;
  return Object.entries(gives).find(([, given]) => types.includes(given))?.[0];
}
