import { HealerError } from "../problem.ts";
import type { TableColumn } from "./column_type.ts";
import type { ColumnRole, Role, RoleOverrides } from "./role.ts";
import { roleProblem } from "./role_problems.ts";

/**
 * The roles that the user has named, by column.
 *
 * @throws {HealerError} `role/absent-column`, `role/two-roles`, or `role/not-numeric` for a feature of text
 */
export function overriddenRoles(
  columns: readonly TableColumn[],
  overrides: RoleOverrides,
): Map<string, ColumnRole> {
  const roles = new Map<string, ColumnRole>();
  const names = columns.map((column) => column.name);
  const positions = new Map(names.map((name, index) => [name, index]));
  for (const { role, column, param } of namings(overrides)) {
    const position = positions.get(column);
    if (position === undefined) {
      throw new HealerError(roleProblem.absentColumn(column, names, param));
    }
    const earlier = roles.get(column)?.role;
    if (earlier !== undefined && earlier !== role) {
      throw new HealerError(roleProblem.twoRoles(column, earlier, role, param));
    }
    const type = columns[position]?.type;
    if (role === "feature" && (type === "text" || type === "time")) {
      throw new HealerError(roleProblem.notNumeric(column, position + 1));
    }
    roles.set(column, {
      role,
      reason: { en: "You chose this role.", zh: "由您指定。" },
      guessed: false,
    });
  }
  return roles;
}

interface Naming {
  readonly role: Role;
  readonly column: string;
  readonly param: keyof RoleOverrides;
}

function* namings(overrides: RoleOverrides): Generator<Naming> {
  for (const role of ["label", "id", "group", "time"] as const) {
    const column = overrides[role];
    if (column !== undefined) yield { role, column, param: role };
  }
  for (const column of overrides.features ?? []) {
    yield { role: "feature", column, param: "features" };
  }
  for (const column of overrides.ignore ?? []) yield { role: "ignored", column, param: "ignore" };
}
