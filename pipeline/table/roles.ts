import type pl from "nodejs-polars";
import type { Notice, Text } from "../problem.ts";
import type { TableColumn } from "./column_type.ts";
import { FrameColumns } from "./frame_columns.ts";
import { numberColumns, numbersOf } from "./frame_to_matrix.ts";
import { countsUp, textsAreIds } from "./id_like.ts";
import { hasTooManyClasses } from "./labels.ts";
import type { ColumnRole, Role, RoleOverrides } from "./role.ts";
import { type NamedRole, nameRank, namesAnIdentifier } from "./role_names.ts";
import { overriddenRoles } from "./role_overrides.ts";
import { roleNotice, roleReason } from "./role_reasons.ts";

/** The role of every column of a table. */
export interface TableRoles {
  /** In the order of the columns. */
  readonly roles: ReadonlyMap<string, ColumnRole>;
  readonly notices: Notice[];
}

/**
 * The role of every column: what `overrides` names, and for the others a guess from name and content. At
 * most one column each becomes label, id, group and time; other columns that look like one of these are
 * ignored, since they would give the answer away, and so is text. The rest are features.
 *
 * @throws {HealerError} `role/absent-column`, `role/two-roles`, `role/not-numeric` for wrong overrides
 */
export function guessRoles(
  columns: readonly TableColumn[],
  frame: pl.DataFrame,
  overrides: RoleOverrides,
): TableRoles {
  const guess = new RoleGuess(columns, frame, overriddenRoles(columns, overrides));
  guess.time();
  guess.labelByName();
  guess.group();
  guess.idByName();
  guess.labelByContent();
  guess.idByContent();
  guess.theRest();
  return guess.result();
}

interface ColumnFacts {
  readonly missing: number;
  /** Different values that are there. */
  readonly distinct: number;
}

/** The columns whose role is still open, and the roles given so far. */
class RoleGuess {
  private readonly notices: Notice[] = [];
  private readonly ignored = new Map<Text, string[]>();
  private readonly facts = new Map<string, ColumnFacts>();
  private readonly series: FrameColumns;

  constructor(
    private readonly columns: readonly TableColumn[],
    private readonly frame: pl.DataFrame,
    private readonly roles: Map<string, ColumnRole>,
  ) {
    this.series = new FrameColumns(frame);
  }

  time(): void {
    const named = this.namedFor("time").filter(({ type }) => type === "time" || type === "number");
    const typed = this.open().filter(({ type }) => type === "time");
    const [first, ...others] = new Set([...named, ...typed]);
    if (first === undefined) return;
    const reason = named.includes(first) ? roleReason.timeName : roleReason.timeContent;
    this.takeOrIgnore("time", first, reason, roleReason.otherTime);
    for (const other of others) this.ignore(other, roleReason.otherTime);
  }

  labelByName(): void {
    const named = this.namedFor("label").filter(({ type }) => type !== "time");
    const likely = named.filter((column) => this.hasClasses(column));
    const first = likely[0] ?? named[0];
    if (first === undefined) return;
    if (!this.has("label")) this.take("label", first, roleReason.labelName);
    for (const other of likely) {
      if (!this.roles.has(other.name)) this.ignore(other, roleReason.otherLabel);
    }
  }

  group(): void {
    for (const column of this.namedFor("group")) {
      const isLabelled = column.type === "text" || this.isWhole(column);
      if (isLabelled && !this.isUnique(column)) {
        this.takeOrIgnore("group", column, roleReason.groupName, roleReason.identifier);
      }
    }
  }

  idByName(): void {
    for (const column of [...this.namedFor("id"), ...this.namedFor("group")]) {
      if (this.roles.has(column.name)) continue;
      const fits = column.type === "text" || this.isWhole(column);
      const rows = this.frame.height;
      const { distinct } = this.factsOf(column);
      const mostlyUnique = namesAnIdentifier(column.name) && distinct > 0.5 * rows;
      if (!fits || !(this.isUnique(column) || mostlyUnique)) continue;
      const taken = this.takeOrIgnore("id", column, roleReason.idName, roleReason.identifier);
      if (taken && distinct < rows) {
        this.notices.push(roleNotice.repeatedId(column.name, rows, distinct));
      }
    }
    for (const column of this.open()) {
      if (column.type === "number" && namesAnIdentifier(column.name) && this.isWhole(column)) {
        this.ignore(column, roleReason.identifier);
      }
    }
  }

  /** The class is the last column by an old convention of this field's data sets. */
  labelByContent(): void {
    const last = this.columns.at(-1);
    if (this.has("label") || last?.type !== "text" || this.roles.has(last.name)) return;
    const { missing, distinct } = this.factsOf(last);
    const labelled = this.frame.height - missing;
    if (distinct >= 2 && distinct <= 50 && distinct <= labelled / 2) {
      this.take("label", last, roleReason.labelContent);
    }
  }

  idByContent(): void {
    const counters = this.rowCounters();
    for (const column of this.open()) {
      if (counters.has(column) || (column.type === "text" && this.hasUniqueTexts(column))) {
        this.takeOrIgnore("id", column, roleReason.idContent, roleReason.identifier);
      }
    }
  }

  theRest(): void {
    for (const column of this.open()) {
      if (column.type === "number" || column.type === "boolean") {
        this.set(column, "feature", roleReason[column.type]);
      } else {
        this.ignore(column, column.type === "text" ? roleReason.text : roleReason.otherTime);
      }
    }
  }

  result(): TableRoles {
    const notices = [...this.notices];
    for (const [reason, names] of this.ignored) notices.push(roleNotice.ignored(names, reason));
    const roles = new Map<string, ColumnRole>();
    for (const { name } of this.columns) {
      const role = this.roles.get(name);
      if (role !== undefined) roles.set(name, role);
    }
    return { roles, notices };
  }

  private open(): TableColumn[] {
    return this.columns.filter(({ name }) => !this.roles.has(name));
  }

  /** The open columns whose name says `role`, the surest name first. */
  private namedFor(role: NamedRole): TableColumn[] {
    return this.open()
      .flatMap((column) => {
        const rank = nameRank(role, column.name);
        return rank === undefined ? [] : [{ column, rank }];
      })
      .sort((a, b) => a.rank - b.rank)
      .map(({ column }) => column);
  }

  private has(role: Role): boolean {
    for (const given of this.roles.values()) if (given.role === role) return true;
    return false;
  }

  private set({ name }: TableColumn, role: Role, reason: Text): void {
    this.roles.set(name, { role, reason, guessed: true });
  }

  private take(role: Role, column: TableColumn, reason: Text): void {
    this.set(column, role, reason);
    this.notices.push(roleNotice.guessed(column.name, role, reason));
  }

  private ignore(column: TableColumn, reason: Text): void {
    this.set(column, "ignored", reason);
    const names = this.ignored.get(reason);
    if (names === undefined) this.ignored.set(reason, [column.name]);
    else names.push(column.name);
  }

  /** Whether the column got the role; where another has it already, the column is ignored. */
  private takeOrIgnore(role: Role, column: TableColumn, reason: Text, otherwise: Text): boolean {
    const free = !this.has(role);
    if (free) this.take(role, column, reason);
    else this.ignore(column, column.type === "text" ? roleReason.text : otherwise);
    return free;
  }

  private factsOf({ name }: TableColumn): ColumnFacts {
    const known = this.facts.get(name);
    if (known !== undefined) return known;
    const series = this.series.get(name);
    const missing = series.nullCount();
    const facts = { missing, distinct: series.nUnique() - (missing > 0 ? 1 : 0) };
    this.facts.set(name, facts);
    return facts;
  }

  private isUnique(column: TableColumn): boolean {
    return this.factsOf(column).distinct === this.frame.height;
  }

  private hasClasses(column: TableColumn): boolean {
    const { missing, distinct } = this.factsOf(column);
    return !hasTooManyClasses(distinct, this.frame.height - missing);
  }

  private hasUniqueTexts(column: TableColumn): boolean {
    const { missing, distinct } = this.factsOf(column);
    return textsAreIds(this.frame.height, missing, distinct);
  }

  private isWhole(column: TableColumn): boolean {
    if (column.type !== "number") return false;
    return numbersOf(this.series.get(column.name))
      .every((value) => Number.isInteger(value) || Number.isNaN(value));
  }

  /** The open number columns that count the rows. */
  private rowCounters(): Set<TableColumn> {
    const numbers = this.open().filter(({ type }) => type === "number");
    // Most measurements stop counting up within a few rows, which spares the conversion of the column.
    const heads = [...numberColumns(this.frame.head(10), numbers.map(({ name }) => name))];
    return new Set(numbers.filter((column, index) => {
      const isFirst = column === this.columns[0];
      return countsUp(heads[index] ?? new Float64Array(), isFirst) &&
        countsUp(numbersOf(this.series.get(column.name)), isFirst);
    }));
  }
}
