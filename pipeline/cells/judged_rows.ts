import pl from "nodejs-polars";
import { topTwoClasses } from "../evaluation/confusion_matrix.ts";
import type { Labels } from "../table/feature_matrix.ts";
import type { Role } from "../table/role.ts";
import type { CellContext, CellTable } from "./cell_kind.ts";
import type { Figure } from "./figure.ts";
import { freeName } from "./free_name.ts";
import type { PreparedColumn } from "./prepared_value.ts";
import { keepFrame, takeFrameRows } from "./stored_table.ts";

/** Rows with their labels and what a model that has not seen them says. */
export interface JudgedRows {
  readonly labels: Labels;
  /** n×k row-major. */
  readonly probabilities: Float32Array;
  /** n indices into the classes: the diagnoses. */
  readonly predictions: Int32Array;
  /** n: where each row stands in the raw table, from 0. */
  readonly rowNumbers: Int32Array;
}

/** The table, and what its columns are called, for the confusion matrix above it. */
export interface JudgedTable {
  readonly table: CellTable;
  /** The columns of the table with their roles. */
  readonly columns: readonly PreparedColumn[];
  readonly rows: NonNullable<Extract<Figure, { type: "confusion" }>["rows"]>;
}

/** A table with more cells than this shows no features. */
const mostCells = 2_000_000;

/** The columns that say who a row is. */
const naming = ["id", "group", "time"];

/**
 * Every row with its number in the raw table, its names, its label, its diagnosis and the raw features, the wrong
 * ones first, the surest of them on top: what stands behind a confusion matrix.
 *
 * @param raw The raw rows, as many and in the same order.
 */
export async function judgedRowsTable(
  judged: JudgedRows,
  raw: pl.DataFrame,
  columns: readonly PreparedColumn[],
  context: CellContext,
): Promise<JudgedTable> {
  const { labels: { classes, codes }, probabilities, predictions, rowNumbers } = judged;
  const isWrong = (row: number): boolean => predictions[row] !== codes[row];
  const probability = (row: number, code: number): number =>
    probabilities[row * classes.length + code] ?? 0;
  const order = Array.from(codes.keys()).sort((a, b) =>
    Number(isWrong(b)) - Number(isWrong(a)) ||
    probability(b, predictions[b]!) - probability(a, predictions[a]!) || a - b
  );
  const features = columns.filter(({ role }) => role === "feature");
  const kept = [
    ...columns.filter(({ role }) => naming.includes(role)),
    ...(features.length * codes.length > mostCells ? [] : features),
  ];
  const taken = kept.map(({ name }) => name);
  const runnerUp = order.map((row) =>
    secondOf(probabilities, classes.length, row, predictions[row]!)
  );
  const own = (
    name: string,
    type: PreparedColumn["type"],
    series: pl.Series,
    role: Role = type === "text" ? "ignored" : "feature",
  ) => ({ name: freeName(name, taken), type, series, role });
  const texts = (codeOf: (row: number, place: number) => number): pl.Series =>
    pl.Series("", order.map((row, place) => classes[codeOf(row, place)] ?? null), pl.Utf8);
  const numbers = (valueOf: (row: number, place: number) => number | null): pl.Series =>
    pl.Series("", order.map(valueOf), pl.Float64);
  const ordered = takeFrameRows(raw, Int32Array.from(order));
  const ofRaw = (column: PreparedColumn) => ({
    ...column,
    series: ordered.getColumn(column.name),
  });
  const isNamed = kept.some(({ role }) => role === "id");
  const shown = [
    own("row", "number", numbers((row) => rowNumbers[row]! + 1), isNamed ? "ignored" : "id"),
    ...kept.filter(({ role }) => role !== "feature").map(ofRaw),
    own("truth", "text", texts((row) => codes[row]!), "label"),
    own("diagnosis", "text", texts((row) => predictions[row]!)),
    own("probability", "number", numbers((row) => probability(row, predictions[row]!))),
    own("runner-up", "text", texts((_, place) => runnerUp[place]!)),
    own(
      "runner-up probability",
      "number",
      numbers((row, place) => {
        const code = runnerUp[place]!;
        return code < 0 ? null : probability(row, code);
      }),
    ),
    own(
      "correct",
      "boolean",
      pl.Series("", order.map((row) => !isWrong(row)), pl.Bool),
      "ignored",
    ),
    ...kept.filter(({ role }) => role === "feature").map(ofRaw),
  ];
  const frame = pl.DataFrame(shown.map(({ series }, index) => series.alias(`c${index}`)));
  frame.columns = shown.map(({ name }) => name);
  const table: CellTable = {
    name: "rows",
    title: { en: "Rows, wrong ones first", zh: "数据行（判错的在前）" },
    file: await keepFrame(frame, context),
    rows: frame.height,
    columns: shown.map(({ name, type }) => ({ name, type })),
  };
  const called = (name: string): string => freeName(name, taken);
  return {
    table,
    columns: shown.map(({ name, type, role }) => ({ name, type, role })),
    rows: {
      table: table.name,
      row: called("row"),
      truth: called("truth"),
      diagnosis: called("diagnosis"),
    },
  };
}

/** Figures whose confusion matrices know the rows behind them. */
export function overRows(figures: readonly Figure[], { rows }: JudgedTable): Figure[] {
  return figures.map((figure) => figure.type === "confusion" ? { ...figure, rows } : figure);
}

/** The likeliest class beside the diagnosis; −1 where there is none. */
function secondOf(
  probabilities: Float32Array,
  classCount: number,
  row: number,
  diagnosis: number,
): number {
  const { first, second } = topTwoClasses(probabilities, classCount, row);
  return first === diagnosis ? second : first;
}
