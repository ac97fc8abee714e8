import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import { HealerError } from "../problem.ts";
import { Random } from "../random.ts";
import { columnOf, type FeatureMatrix, type Labels } from "../table/feature_matrix.ts";
import { cut } from "../table/cell.ts";
import { modelProblem } from "./problems.ts";
import { storedNoveltySchema } from "./stored_novelty.ts";
import type { TrainingTable } from "./training_table.ts";

/** The metadata key of the summary inside the ONNX file. */
export const summaryKey = "healer.summary";

/** The largest summary that is put into a model file, in bytes as it stands there. */
export const summaryLimit = 10_000_000;

const maxReferenceRows = 500;

/** The probabilities at which quantiles are kept, overall and per class. */
const quantileLevels = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 1];

const quantiles = z.array(z.number()).nullable();

/**
 * What a bare model file knows of its training data: per-column statistics and some reference rows.
 * Quantiles are null where a column (or a class's share of it) has no value at all.
 */
export const trainingSummarySchema = z.strictObject({
  quantile_levels: z.array(z.number()),
  columns: z.array(z.strictObject({
    missing_share: z.number(),
    mean: z.number().nullable(),
    standard_deviation: z.number().nullable(),
    quantiles,
    /** In the order of the card's classes. */
    class_quantiles: z.array(quantiles),
  })),
  reference: z.strictObject({
    /** Indices into the card's classes, one a row. */
    codes: z.array(z.int()),
    /** rows×d float32 little-endian row-major, NaN = missing, as base64. */
    values: z.base64(),
    /** Where each row stands in the training table, from 1; absent in older files. */
    rows: z.array(z.int()).exactOptional(),
    /** The group of each row by name, null = none; absent in older files and without a group column. */
    groups: z.array(z.string().nullable()).exactOptional(),
  }),
  /** What tells strange rows; absent in older files and where there was too little for it. */
  novelty: storedNoveltySchema.exactOptional(),
}).refine(
  ({ columns, novelty, reference: { codes, values, rows = codes, groups = codes } }) =>
    Uint8Array.fromBase64(values).length === 4 * codes.length * columns.length &&
    rows.length === codes.length && groups.length === codes.length &&
    (novelty?.columns.every((column) => column < columns.length) ?? true),
);

export type TrainingSummary = z.infer<typeof trainingSummarySchema>;

/** Names of groups are cut to this length in the file. */
const longestGroup = 200;

/** What is kept of the training rows. */
export interface SummaryOptions extends Pick<TrainingTable, "rowNumbers"> {
  /** false leaves the reference rows out, for data that must not travel with the model. */
  readonly keepRows: boolean;
  readonly seed: number;
  /** The group of each row; null or absent = the table has no groups. */
  readonly groups?: TrainingTable["groups"];
}

/** Summarises the training rows. */
export function summarise(
  matrix: FeatureMatrix,
  labels: Labels,
  options: SummaryOptions,
): TrainingSummary {
  const columns = matrix.names.map((_, index) => summariseColumn(columnOf(matrix, index), labels));
  const bytesPerRow = matrix.names.length * 4 * 4 / 3;
  const affordable = Math.floor(summaryLimit / 4 / Math.max(1, bytesPerRow));
  const rows = options.keepRows
    ? referenceRows(labels, Math.min(maxReferenceRows, affordable), new Random(options.seed))
    : [];
  const width = matrix.names.length;
  const values = new Float32Array(rows.length * width);
  for (const [position, row] of rows.entries()) {
    values.set(matrix.values.subarray(row * width, (row + 1) * width), position * width);
  }
  return {
    quantile_levels: quantileLevels,
    columns,
    reference: {
      codes: rows.map((row) => labels.codes[row]!),
      values: new Uint8Array(values.buffer).toBase64(),
      ...origins(rows, options),
    },
  };
}

/** Where the rows are from, so that people find them again. */
function origins(
  rows: readonly number[],
  { keepRows, rowNumbers, groups }: SummaryOptions,
): Pick<TrainingSummary["reference"], "rows" | "groups"> {
  if (!keepRows) return {};
  const groupOf = (row: number): string | null => {
    const name = groups?.[row] ?? null;
    return name === null ? null : cut(name, longestGroup);
  };
  return {
    rows: rows.map((row) => rowNumbers?.[row] ?? row + 1),
    ...(groups ? { groups: rows.map(groupOf) } : {}),
  };
}

/**
 * The summary as it stands in the file: base64 of gzipped JSON.
 *
 * @throws {HealerError} `model/summary-too-large` above 10 MB.
 */
export function packSummary(summary: TrainingSummary): string {
  const packed = gzipSync(JSON.stringify(summary)).toString("base64");
  if (packed.length > summaryLimit) {
    throw new HealerError(modelProblem.summaryTooLarge(Math.ceil(packed.length / 1e6)));
  }
  return packed;
}

/**
 * Reads back what {@linkcode packSummary} wrote.
 *
 * @throws {HealerError} `model/broken-summary` for anything else.
 */
export function unpackSummary(packed: string, file: string): TrainingSummary {
  try {
    const json = gunzipSync(Uint8Array.fromBase64(packed), { maxOutputLength: 20 * summaryLimit });
    return trainingSummarySchema.parse(JSON.parse(new TextDecoder().decode(json)));
  } catch (cause) {
    throw new HealerError(modelProblem.brokenSummary(file), { cause });
  }
}

/** The reference rows of a summary, perhaps none, as a matrix with the columns `names`. */
export function referenceMatrix(
  { reference: { codes, values } }: TrainingSummary,
  names: readonly string[],
): FeatureMatrix {
  const { buffer } = Uint8Array.fromBase64(values);
  return { names, rows: codes.length, values: new Float32Array(buffer) };
}

function summariseColumn(column: Float32Array, labels: Labels): TrainingSummary["columns"][number] {
  const present = column.filter((value) => !Number.isNaN(value)).sort();
  const perClass = labels.classes.map((_, code) =>
    column.filter((value, row) => labels.codes[row] === code && !Number.isNaN(value)).sort()
  );
  let sum = 0;
  for (const value of present) sum += value;
  const mean = sum / present.length;
  let squares = 0;
  for (const value of present) squares += (value - mean) ** 2;
  return {
    missing_share: 1 - present.length / Math.max(1, column.length),
    mean: present.length === 0 ? null : mean,
    standard_deviation: present.length === 0 ? null : Math.sqrt(squares / present.length),
    quantiles: quantilesOf(present),
    class_quantiles: perClass.map(quantilesOf),
  };
}

/** Linear quantiles (type 7 of Hyndman & Fan 1996) of sorted values. */
function quantilesOf(sorted: Float32Array): number[] | null {
  if (sorted.length === 0) return null;
  return quantileLevels.map((level) => {
    const position = level * (sorted.length - 1);
    const below = Math.floor(position);
    const low = sorted[below]!;
    const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return low + (high - low) * (position - below);
  });
}

/** Up to `count` rows, as evenly over the classes as they allow, in a seeded choice. */
function referenceRows(labels: Labels, count: number, random: Random): number[] {
  const byClass = labels.classes.map((): number[] => []);
  for (const [row, code] of labels.codes.entries()) byClass[code]?.push(row);
  for (const rows of byClass) random.shuffle(rows);
  const chosen: number[] = [];
  for (let round = 0; chosen.length < count; round++) {
    const before = chosen.length;
    for (const rows of byClass) {
      const row = rows[round];
      if (row !== undefined && chosen.length < count) chosen.push(row);
    }
    if (chosen.length === before) break;
  }
  return chosen.sort((a, b) => a - b);
}
