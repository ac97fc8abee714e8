import type { Text } from "../problem.ts";

/** What a column is for. Only features reach a learner. */
export type Role = "feature" | "label" | "id" | "group" | "time" | "ignored";

/** The role of one column and why it has it. */
export interface ColumnRole {
  readonly role: Role;
  readonly reason: Text;
  /** False where the user named it. */
  readonly guessed: boolean;
}

/** The roles that a user names; what is not named is guessed. */
export interface RoleOverrides {
  readonly label?: string;
  readonly id?: string;
  readonly group?: string;
  readonly time?: string;
  /** Columns that are features whatever they look like. */
  readonly features?: readonly string[];
  readonly ignore?: readonly string[];
}
