import { z } from "zod";
import type { CellKind } from "./cell_kind.ts";
import { cellKinds } from "./registry.ts";

/** A cell kind as data, for forms, the command line and other programs. */
export interface CellKindDescription
  extends Pick<CellKind, "kind" | "version" | "group" | "title" | "summary" | "cost"> {
  readonly takes: CellKind["takes"];
  readonly gives: CellKind["gives"];
  /** The ports of `takes` that may stay empty. */
  readonly optional: readonly string[];
  /** What becomes of the recipe of a table, see `CellKind`; null where it stays as it is. */
  readonly recipe: NonNullable<CellKind["recipe"]> | null;
  /** JSON Schema 2020-12 of what a notebook may say, with the `ParamMeta` of each field beside its type. */
  readonly params: Readonly<Record<string, unknown>>;
}

/** Describes one cell kind. */
export function describeCellKind(
  { kind, version, group, title, summary, cost, takes, gives, optional, recipe, params }: CellKind,
): CellKindDescription {
  return {
    kind,
    version,
    group,
    title,
    summary,
    cost,
    takes,
    gives,
    optional: optional ?? [],
    recipe: recipe ?? null,
    params: z.toJSONSchema(params, { io: "input" }),
  };
}

/** Describes every cell kind, in the order of the registry. */
export function describeCellKinds(): CellKindDescription[] {
  return cellKinds.map(describeCellKind);
}
