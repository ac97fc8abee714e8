import { HealerError } from "../problem.ts";
import { type BinnedMatrix, missingBin } from "./histogram_bins.ts";
import { featureEntry, splitEntry } from "./boosting_kernel.ts";
import { learnerProblem } from "./problems.ts";
import { MemoryLayout, sharedMemory } from "./wasm_kernel.ts";

/** What the trees of a boosting grow like. */
export interface TreeShape {
  readonly maxLeaves: number;
  /** The most splits from the root to a leaf. */
  readonly maxDepth: number;
  /** The share of the columns that a tree may look at, drawn for each tree. */
  readonly columnShare: number;
  /** The share of the rows that a tree learns from, drawn for each tree. */
  readonly rowShare: number;
  readonly l2: number;
  /** The least sum of hessians in a leaf. */
  readonly minChildWeight: number;
  /** The least gain of a split. */
  readonly minGain: number;
  readonly learningRate: number;
}

/** The rows to boost on: each with its class, its part, and what rows of its class weigh. */
export interface BoostingRows {
  /** The class of each row, below k. */
  readonly codes: Int32Array;
  /** What a row of each of the k classes weighs. */
  readonly classWeights: Float64Array;
  /** Ascending. */
  readonly trainRows: Int32Array;
  /** Ascending; none without early stopping. */
  readonly validationRows: Int32Array;
}

/**
 * All that the threads of one boosting share: one memory and where what lies in it, in bytes. Plain data that
 * a worker can be sent without a copy.
 */
export interface BoostingData {
  readonly memory: WebAssembly.Memory;
  readonly rows: number;
  /** d */
  readonly width: number;
  /** k */
  readonly classCount: number;
  readonly trainCount: number;
  readonly validationCount: number;
  /** d×n bytes: the bins, column after column. */
  readonly columns: number;
  /** n×d bytes: the bins row after row; a missing value has the number of value bins of its column. */
  readonly bins: number;
  /** d Int32: how many value bins each column has. */
  readonly valueBins: number;
  /** k×n Float64: what the trees so far say. */
  readonly scores: number;
  /** k×n Float32: softmax of the scores. */
  readonly probabilities: number;
  /** n Int32 */
  readonly codes: number;
  /** k Float64 */
  readonly classWeights: number;
  /** Int32 row numbers, ascending. */
  readonly trainRows: number;
  readonly validationRows: number;
  /** One Int32: the next class that waits for its tree. */
  readonly nextClass: number;
  /** Two Float64 for each block of rows: the losses of its training and its validation rows. */
  readonly losses: number;
  /** The columns that can be split on. */
  readonly varying: Int32Array;
  readonly shape: TreeShape;
  /** A part of the memory for each thread. */
  readonly areas: readonly WorkArea[];
}

/** What one thread grows its trees in, in bytes. */
export interface WorkArea {
  /** Int32 row numbers, sorted by leaf. */
  readonly nodeRows: number;
  /** Room for as many again. */
  readonly otherRows: number;
  /** n gradients. */
  readonly gradients: number;
  readonly features: number;
  readonly total: number;
  readonly split: number;
  /** `slots` histograms of `histogramBytes` each. */
  readonly histograms: number;
  readonly histogramBytes: number;
  readonly slots: number;
}

/** What WebAssembly can address. */
const greatestMemory = 65536 * 65536;

/** Rows whose loss is summed up together, so that no number of threads changes the sum. */
export const rowsPerBlock = 4096;

/**
 * Lays binned rows and all that growing trees on them needs into one shared memory.
 *
 * @throws {HealerError} `learners/too-large` where that is more than 4 GiB.
 */
export function layBoostingData(
  binned: BinnedMatrix,
  { codes, classWeights, trainRows, validationRows }: BoostingRows,
  shape: TreeShape,
  threads: number,
): BoostingData {
  const { rows } = binned;
  const width = binned.thresholds.length;
  const classCount = classWeights.length;
  const varying = varyingColumns(binned);
  const layout = new MemoryLayout();
  const take = (size: number): number => layout.take(size);
  // Offset 0 stands for "no histogram".
  take(16);
  const parts = {
    columns: take(rows * width),
    bins: take(rows * width),
    valueBins: take(4 * width),
    scores: take(8 * rows * classCount),
    probabilities: take(4 * rows * classCount),
    codes: take(4 * rows),
    classWeights: take(8 * classCount),
    trainRows: take(4 * trainRows.length),
    validationRows: take(4 * validationRows.length),
    nextClass: take(4),
    losses: take(16 * Math.ceil(rows / rowsPerBlock)),
  };
  const columnCount = columnsPerTree(varying.length, shape.columnShare);
  const histogramBytes = 8 * greatestCells(binned, varying, columnCount);
  const slots = Math.min(shape.maxLeaves, trainRows.length);
  const areas = Array.from({ length: threads }, (): WorkArea => ({
    nodeRows: take(4 * trainRows.length),
    otherRows: take(4 * trainRows.length),
    gradients: take(8 * rows),
    features: take(4 * featureEntry.length * columnCount),
    total: take(8),
    split: take(4 * splitEntry.length),
    histograms: take(slots * histogramBytes),
    histogramBytes,
    slots,
  }));
  if (layout.bytes > greatestMemory) {
    throw new HealerError(learnerProblem.tooLarge("gradient-boosting", layout.bytes));
  }
  const memory = sharedMemory(layout.bytes);
  const { buffer } = memory;
  new Uint8Array(buffer, parts.columns, rows * width).set(binned.bins);
  new Int32Array(buffer, parts.codes, rows).set(codes);
  new Float64Array(buffer, parts.classWeights, classCount).set(classWeights);
  new Int32Array(buffer, parts.trainRows, trainRows.length).set(trainRows);
  new Int32Array(buffer, parts.validationRows, validationRows.length).set(validationRows);
  const valueBins = new Int32Array(buffer, parts.valueBins, width);
  valueBins.set(binned.thresholds.map((edges) => edges.length + 1));
  layRows(binned, valueBins, new Uint8Array(buffer, parts.bins, rows * width));
  return {
    memory,
    rows,
    width,
    classCount,
    trainCount: trainRows.length,
    validationCount: validationRows.length,
    ...parts,
    varying,
    shape,
    areas,
  };
}

/** How many of `columns` columns a tree draws. */
export function columnsPerTree(columns: number, share: number): number {
  return Math.min(columns, Math.max(1, Math.round(columns * share)));
}

function varyingColumns({ bins, rows, thresholds }: BinnedMatrix): Int32Array {
  return Int32Array.from(thresholds.keys()).filter((column) => {
    const values = bins.subarray(column * rows, (column + 1) * rows);
    return values.some((bin) => bin !== values[0]);
  });
}

/** The most cells that histograms of `count` of the columns can have. */
function greatestCells({ thresholds }: BinnedMatrix, columns: Int32Array, count: number): number {
  const cells = columns.map((column) => thresholds[column]!.length + 2).sort();
  return cells.subarray(cells.length - count).reduce((sum, each) => sum + each, 0);
}

/** Transposes the bins, some rows at a time, so that what is written stays in the cache. */
function layRows({ bins, rows }: BinnedMatrix, valueBins: Int32Array, target: Uint8Array): void {
  const width = valueBins.length;
  const block = 64;
  for (let start = 0; start < rows; start += block) {
    const end = Math.min(rows, start + block);
    for (let column = 0; column < width; column++) {
      const source = column * rows;
      for (let row = start; row < end; row++) {
        const bin = bins[source + row]!;
        target[row * width + column] = bin === missingBin ? valueBins[column]! : bin;
      }
    }
  }
}
