import type { RunContext } from "../run_context.ts";
import type { Text } from "../problem.ts";
import { clusterOrder } from "../steps/cluster_order.ts";
import { correlation } from "../steps/correlation.ts";
import { sampleRows } from "../steps/sample_rows.ts";
import { valueRanks } from "../steps/value_ranks.ts";
import { columnOf, type FeatureMatrix, takeRows } from "../table/feature_matrix.ts";
import { toFeatureMatrix } from "../table/frame_to_matrix.ts";
import type { CellContext, CellInputs, CellOutput } from "./cell_kind.ts";
import type { CorrelateParams } from "./correlate.ts";
import type { Figure } from "./figure.ts";
import { counted, countText, joinTexts } from "./number_text.ts";
import { columnsWithRole, preparedInput } from "./prepared_value.ts";
import { keepTable, readStored } from "./stored_table.ts";

/** More rows would not move a correlation that can be seen. */
const mostRows = 5000;
const fewestRows = 500;

/** So many products of two cells are summed up at most. */
const mostProducts = 2.5e8;

/** So many pairs the table lists, and the figure. */
const listedPairs = 1000;
const namedPairs = 10;

const measures = {
  rank: { en: "rank correlation (Spearman)", zh: "秩相关（Spearman）" },
  linear: { en: "linear correlation (Pearson)", zh: "线性相关（Pearson）" },
} as const satisfies Record<CorrelateParams["method"], Text>;

/** A pair of columns and how they go together. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly value: number;
}

/** See {@linkcode correlate}. */
export async function runCorrelate(
  inputs: CellInputs,
  { method, shown }: CorrelateParams,
  context: CellContext,
): Promise<CellOutput> {
  const { preview: { file, columns } } = preparedInput(inputs);
  const frame = await readStored(file, columns, context);
  const { matrix } = toFeatureMatrix(frame, columnsWithRole(columns, "feature"));
  context.progress(0.2);
  const { names } = matrix;
  const sample = sampled(matrix, context.seed);
  const { values, constant } = correlations(sample, method, context);
  const pairs = strongestPairs(values, constant, names.length);
  const order = shownOrder(values, constant, names.length, shown);
  const told = pairs.slice(0, listedPairs);
  return {
    summary: summaryOf(names, pairs, sample.rows, matrix.rows),
    figures: [figureOf(names, values, order, pairs, measures[method])],
    tables: [
      await keepTable("pairs", { en: "Strongest pairs", zh: "相关性最强的列对" }, [
        { name: "column", type: "text", values: told.map(({ a }) => names[a]!) },
        { name: "other column", type: "text", values: told.map(({ b }) => names[b]!) },
        { name: "correlation", type: "number", values: told.map(({ value }) => value) },
      ], context),
    ],
    values: {},
  };
}

/** As many rows as the number of pairs leaves time for. */
function sampled(matrix: FeatureMatrix, seed: number): FeatureMatrix {
  const pairs = Math.max(1, matrix.names.length * (matrix.names.length - 1) / 2);
  const limit = Math.max(fewestRows, Math.min(mostRows, Math.floor(mostProducts / pairs)));
  return matrix.rows <= limit ? matrix : takeRows(matrix, sampleRows(matrix.rows, limit, seed));
}

/** d×d row-major, and which columns are constant: those go with none. */
function correlations(
  matrix: FeatureMatrix,
  method: CorrelateParams["method"],
  context: RunContext,
): { values: Float64Array; constant: boolean[] } {
  const count = matrix.names.length;
  const columns = matrix.names.map((_, index) => {
    const column = columnOf(matrix, index);
    return method === "rank" ? valueRanks(column) : column;
  });
  const constant = columns.map((column) => {
    const [first, ...others] = column.filter((value) => !Number.isNaN(value));
    return others.every((value) => value === first);
  });
  const values = new Float64Array(count * count);
  for (let a = 0; a < count; a++) {
    values[a * count + a] = 1;
    for (let b = 0; b < a; b++) {
      const value = constant[a] || constant[b] ? 0 : correlation(columns[a]!, columns[b]!);
      values[a * count + b] = values[b * count + a] = value;
    }
    context.progress(0.2 + 0.7 * ((a + 1) / count) ** 2);
  }
  return { values, constant };
}

/** The pairs that go together or against each other most, those of constant columns left out. */
function strongestPairs(
  values: Float64Array,
  constant: readonly boolean[],
  count: number,
): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if (!constant[a] && !constant[b]) pairs.push({ a, b, value: values[a * count + b]! });
    }
  }
  return pairs.sort((one, other) =>
    Math.abs(other.value) - Math.abs(one.value) || one.a - other.a || one.b - other.b
  );
}

/** The columns that go together most strongly with another, alike ones side by side. */
function shownOrder(
  values: Float64Array,
  constant: readonly boolean[],
  count: number,
  shown: number,
): number[] {
  const strength = Array.from({ length: count }, (_, a) => {
    let most = 0;
    for (let b = 0; b < count; b++) {
      if (b !== a) most = Math.max(most, Math.abs(values[a * count + b]!));
    }
    return most;
  });
  const chosen = [...strength.keys()].filter((column) => !constant[column])
    .sort((a, b) => strength[b]! - strength[a]! || a - b).slice(0, shown).sort((a, b) => a - b);
  const distance = Float64Array.from(
    { length: chosen.length ** 2 },
    (_, cell) => {
      const [a, b] = [chosen[Math.floor(cell / chosen.length)]!, chosen[cell % chosen.length]!];
      return 1 - Math.abs(values[a * count + b]!);
    },
  );
  return clusterOrder(distance, chosen.length).map((position) => chosen[position]!);
}

function figureOf(
  names: readonly string[],
  values: Float64Array,
  order: readonly number[],
  pairs: readonly Pair[],
  measure: Text,
): Figure {
  const count = names.length;
  return {
    type: "correlation",
    title: { en: "Correlations", zh: "相关性" },
    ...(order.length < count
      ? {
        caption: {
          en:
            `The ${order.length} of ${count} columns that go together most strongly with another.`,
          zh: `共 ${count} 列，仅显示与其他列相关性最强的 ${order.length} 列。`,
        },
      }
      : {}),
    measure: { ...measure },
    columns: order.map((column) => names[column]!),
    values: order.map((a) => order.map((b) => Number(values[a * count + b]!.toFixed(4)))),
    pairs: pairs.slice(0, namedPairs).map(({ a, b, value }) => ({
      a: names[a]!,
      b: names[b]!,
      value: Number(value.toFixed(4)),
    })),
  };
}

function summaryOf(
  names: readonly string[],
  [first]: readonly Pair[],
  rows: number,
  all: number,
): Text {
  const sample: Text | null = rows === all ? null : {
    en: `from ${countText(rows)} of ${counted(all, "row")}, drawn at random`,
    zh: `基于从 ${countText(all)} 行中随机抽取的 ${countText(rows)} 行`,
  };
  const strongest: Text = first === undefined
    ? { en: "no two columns to compare", zh: "没有可比较的两列" }
    : {
      en: `Strongest: ${names[first.a]} and ${names[first.b]} ${first.value.toFixed(2)}`,
      zh: `最强：${names[first.a]} 与 ${names[first.b]} ${first.value.toFixed(2)}`,
    };
  return joinTexts([strongest, sample], { en: "; ", zh: "；" });
}
