import { columnOf, type FeatureMatrix } from "../table/feature_matrix.ts";

/** How a step changed one column that it kept. */
export interface ColumnChange {
  readonly name: string;
  /** Where the column stands before and after. */
  readonly before: number;
  readonly after: number;
  /** Holes that got a value. */
  readonly filled: number;
  /** Values that became another. */
  readonly changed: number;
}

/** What a step did to the training rows. */
export interface StepEffect {
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly columnsBefore: number;
  /** Columns that are gone, and those that are new. */
  readonly dropped: readonly string[];
  readonly added: readonly string[];
  /** The kept columns that changed, the most changed first; none where the rows are not the same. */
  readonly changes: readonly ColumnChange[];
}

/** Compares the training rows before and after a step; columns are the same that have the same name. */
export function stepEffect(
  before: FeatureMatrix,
  after: FeatureMatrix,
  onProgress: (fraction: number) => void,
): StepEffect {
  const positions = new Map(after.names.map((name, index) => [name, index]));
  const known = new Set(before.names);
  const sameRows = before.rows === after.rows;
  const changes = before.names.flatMap((name, index) => {
    onProgress(index / before.names.length);
    const position = positions.get(name);
    if (!sameRows || position === undefined) return [];
    const change = compare(columnOf(before, index), columnOf(after, position));
    if (change.filled + change.changed === 0) return [];
    return [{ name, before: index, after: position, ...change }];
  });
  return {
    rowsBefore: before.rows,
    rowsAfter: after.rows,
    columnsBefore: before.names.length,
    dropped: before.names.filter((name) => !positions.has(name)),
    added: after.names.filter((name) => !known.has(name)),
    changes: changes.sort((a, b) => b.filled + b.changed - a.filled - a.changed),
  };
}

function compare(
  before: Float32Array,
  after: Float32Array,
): Pick<ColumnChange, "filled" | "changed"> {
  let filled = 0, changed = 0;
  for (let row = 0; row < before.length; row++) {
    const was = before[row]!, is = after[row]!;
    if (was === is || is !== is) continue;
    if (was === was) changed++;
    else filled++;
  }
  return { filled, changed };
}
