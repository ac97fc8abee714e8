import type { ReadOptions } from "../table/open_table.ts";
import type { RoleOverrides } from "../table/role.ts";
import { dialectOf } from "./dialect_params.ts";
import type { ImportParams } from "./import.ts";
import { typesOf } from "./type_params.ts";

/**
 * How the params of an import cell ask a file to be read.
 *
 * @throws {HealerError} `cells/two-types`
 */
export function readingOf(params: ImportParams): ReadOptions {
  const types = typesOf(params);
  return {
    ...dialectOf(params),
    badCells: params.badCells,
    types,
    // Whoever names a type wants it, and not the rows out that do not fit.
    holes: new Set(types.keys()),
  };
}

/** The roles that the params of an import cell name. */
export function rolesOf(
  { label, group, time, id, features, ignore }: ImportParams,
): RoleOverrides {
  return {
    ...(label === null ? {} : { label }),
    ...(group === null ? {} : { group }),
    ...(time === null ? {} : { time }),
    ...(id === null ? {} : { id }),
    features,
    ignore,
  };
}
