/** What the cells of a column are; text and time columns are strings in a frame. */
export type ColumnType = "number" | "text" | "boolean" | "time";

/** A column of a frame by name. */
export interface TableColumn {
  readonly name: string;
  readonly type: ColumnType;
}
