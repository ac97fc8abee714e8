import type pl from "nodejs-polars";
import { HealerError } from "../problem.ts";
import { plainFrame } from "../table/plain_frame.ts";
import type { RoleOverrides } from "../table/role.ts";
import { guessRoles } from "../table/roles.ts";
import type { CellContext } from "./cell_kind.ts";
import { columnWithRole, type Prepared, type PreparedColumn } from "./prepared_value.ts";
import { cellProblem } from "./problems.ts";
import { keepFrame } from "./stored_table.ts";

/** So many rows tell the roles of columns that are new. */
const headRows = 200_000;

const singleRoles = ["label", "id", "group", "time"] as const;

/**
 * The value of a new raw table, without steps or a split. A column whose name is among those of `known` keeps the
 * role it has there (the first of that name counts); the roles of others are guessed as an import does.
 *
 * @param source What the rows are called, in place of the name of a file.
 * @throws {HealerError} `table/nested-columns`, `cells/empty-result`, `cells/not-writable`
 */
export async function rawTable(
  frame: pl.DataFrame,
  source: { readonly name: string },
  known: readonly PreparedColumn[],
  context: CellContext,
): Promise<Prepared> {
  if (frame.width === 0 || frame.height === 0) {
    throw new HealerError(cellProblem.emptyResult(frame.width === 0));
  }
  const plain = plainFrame(frame);
  const overrides = keptRoles(plain.columns, known);
  const guess = guessRoles(plain.columns, plain.frame.head(headRows), overrides);
  for (const notice of [...plain.notices, ...guess.notices]) context.notice(notice);
  const columns: PreparedColumn[] = plain.columns.map((column) => ({
    ...column,
    role: guess.roles.get(column.name)?.role ?? "ignored",
  }));
  tellLostRoles(columns, known, context);
  const table = await keepFrame(plain.frame, context);
  const rows = frame.height;
  return {
    type: "prepared",
    source: { ...source, sha256: table.sha256 },
    table,
    rows,
    quarantined: 0,
    columns,
    steps: [],
    split: null,
    preview: { file: table, rows, columns, trainingOnly: false },
  };
}

/** The roles that the columns had before, as far as they can have them still. */
function keptRoles(
  columns: readonly Omit<PreparedColumn, "role">[],
  known: readonly PreparedColumn[],
): RoleOverrides {
  const before = new Map(known.toReversed().map(({ name, role }) => [name, role]));
  const single = new Map<typeof singleRoles[number], string>();
  const features: string[] = [];
  const ignore: string[] = [];
  for (const { name, type } of columns) {
    const role = before.get(name);
    if (role === undefined) continue;
    if (role === "feature") {
      if (type === "number" || type === "boolean") features.push(name);
    } else if (role === "ignored" || single.has(role)) ignore.push(name);
    else single.set(role, name);
  }
  return { ...Object.fromEntries(single), features, ignore };
}

/** Says which roles nobody has any more. */
function tellLostRoles(
  columns: readonly PreparedColumn[],
  known: readonly PreparedColumn[],
  context: CellContext,
): void {
  for (const role of singleRoles) {
    const before = columnWithRole(known, role);
    if (before === null || columnWithRole(columns, role) !== null) continue;
    context.notice({
      code: "cells/role-lost",
      message: {
        en: `The result has no ${role} column: "${before}" is not in it.`,
        zh: `结果中没有${roleNames[role]}列：不包含“${before}”。`,
      },
    });
  }
}

const roleNames = { label: "标签", id: "编号", group: "分组", time: "时间" } as const;
