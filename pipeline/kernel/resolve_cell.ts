import type { CellKind } from "../cells/cell_kind.ts";
import { cellParamIssue } from "../cells/param_names.ts";
import type { FileReference } from "../cells/value.ts";
import { closestNames } from "../closest_names.ts";
import { HealerError, type Problem } from "../problem.ts";
import type { NotebookCell } from "./notebook.ts";
import { notebookProblem } from "./notebook_problems.ts";
import { atCell } from "./problem_schema.ts";

/** A cell together with what its kind makes of it. */
export interface ResolvedCell {
  readonly id: string;
  /** Undefined where there is none of that name. */
  readonly kind: CellKind | undefined;
  /** The params with their defaults filled in. */
  readonly params: unknown;
  /** Seeds every random choice: the param `seed`, 0 where the kind has none. */
  readonly seed: number;
  /** The versions of what the params name: steps, learners. */
  readonly versionsUsed: Readonly<Record<string, number>>;
  /** The files the params name. */
  readonly filesUsed: readonly FileReference[];
  /** What keeps the cell from running, whatever stands around it. */
  readonly problem: Problem | undefined;
}

/** Finds the kind of a cell and reads its params. */
export function resolveCell(
  cell: NotebookCell,
  kinds: ReadonlyMap<string, CellKind>,
): ResolvedCell {
  const { id } = cell;
  const kind = kinds.get(cell.kind);
  const nothing = { id, kind, params: {}, seed: 0, versionsUsed: {}, filesUsed: [] };
  if (kind === undefined) {
    const similar = closestNames(cell.kind.slice(0, 100), [...kinds.keys()], 3);
    return { ...nothing, problem: notebookProblem.unknownKind(id, cell.kind, similar) };
  }
  try {
    const parsed = kind.params.safeParse(cell.params);
    if (!parsed.success) {
      const issue = cellParamIssue(parsed.error, kind.params, cell.params);
      return { ...nothing, problem: notebookProblem.badParam(id, cell.kind, issue) };
    }
    const params = parsed.data;
    const versionsUsed = kind.versionsUsed?.(params) ?? {};
    const filesUsed = kind.filesUsed?.(params) ?? [];
    const seed = seedOf(params);
    return { id, kind, params, seed, versionsUsed, filesUsed, problem: undefined };
  } catch (error) {
    if (!(error instanceof HealerError)) throw error;
    return { ...nothing, problem: atCell(error.problem, id) };
  }
}

function seedOf(params: unknown): number {
  const seed = typeof params === "object" && params !== null && "seed" in params ? params.seed : 0;
  return typeof seed === "number" ? seed : 0;
}
